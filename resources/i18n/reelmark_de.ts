<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AnalyseDialog</name>
    <message>
        <source>Find activities</source>
        <translation>Aktivitäten finden</translation>
    </message>
    <message>
        <source>Fetch the weights</source>
        <translation>Gewichte holen</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren …</translation>
    </message>
    <message>
        <source>A moment counts when the network gives it at least this score</source>
        <translation>Ein Moment zählt, wenn das Netz ihm mindestens diesen Wert gibt</translation>
    </message>
    <message>
        <source>Scores are averaged over this much time before the threshold</source>
        <translation>Über diese Zeit werden Werte gemittelt, bevor die Schwelle gilt</translation>
    </message>
    <message>
        <source>Shorter activities are dropped</source>
        <translation>Kürzere Aktivitäten fallen weg</translation>
    </message>
    <message>
        <source>Activities of one label closer together than this become one</source>
        <translation>Aktivitäten eines Labels, die näher beieinander liegen, werden zu einer</translation>
    </message>
    <message>
        <source>How many different labels a video may get at most</source>
        <translation>So viele verschiedene Labels bekommt ein Video höchstens</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Gewichte</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>&amp;Schwelle</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>G&amp;lättung</translation>
    </message>
    <message>
        <source>&amp;Minimum length</source>
        <translation>&amp;Mindestlänge</translation>
    </message>
    <message>
        <source>Merge &amp;gaps up to</source>
        <translation>&amp;Lücken schließen bis</translation>
    </message>
    <message>
        <source>&amp;Labels per video</source>
        <translation>Labels pro &amp;Video</translation>
    </message>
    <message>
        <source>Analyse this video</source>
        <translation>Dieses Video auswerten</translation>
    </message>
    <message>
        <source>Analyse {count} videos</source>
        <translation>{count} Videos auswerten</translation>
    </message>
    <message>
        <source>Runs on {device}, in the background; found activities appear on a track of their own.</source>
        <translation>Läuft auf {device} im Hintergrund; was gefunden wird, erscheint auf einer eigenen Spur.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Another checkpoint…</source>
        <translation>Anderer Checkpoint …</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Checkpoint wählen</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} Parameter</translation>
    </message>
    <message>
        <source> (the {form} form)</source>
        <translation> (Form {form})</translation>
    </message>
    <message>
        <source>Gives {what}</source>
        <translation>Liefert {what}</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
</context>
<context>
    <name>BoundaryEdit</name>
    <message>
        <source>{name}, as time; type one (62.5 or 1:02.500) and press Enter</source>
        <translation>{name} als Zeit; eine eintippen (62.5 oder 1:02.500) und Eingabe drücken</translation>
    </message>
    <message>
        <source>{name}, as frame; type a number and press Enter</source>
        <translation>{name} als Bild; eine Nummer eintippen und Eingabe drücken</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Reelmark made a mistake</source>
        <translation>Reelmark hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Something went wrong that should not. Your work is safe: every edit was already on disk, and you can go on. Please send this report to who looks after the program; check it for names you keep private.</source>
        <translation>Etwas ging schief, das nicht schiefgehen darf. Ihre Arbeit ist sicher: jede Änderung war schon gespeichert, und Sie können weiterarbeiten. Bitte senden Sie diesen Bericht an die, die das Programm pflegen; prüfen Sie ihn auf Namen, die privat bleiben sollen.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
</context>
<context>
    <name>ForesightPresenter</name>
    <message>
        <source>Choose a run in the Runs panel, of a network that gives next frames.</source>
        <translation>Im Feld „Läufe“ einen Lauf wählen, dessen Netz Bilder vorhersagt.</translation>
    </message>
    <message>
        <source>What was foreseen</source>
        <translation>Was vorhergesehen wurde</translation>
    </message>
    <message>
        <source>What was foreseen of frame {frame}: error {error}</source>
        <translation>Was von Bild {frame} vorhergesehen wurde: Fehler {error}</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help for Reelmark {version}</source>
        <translation>Hilfe zu Reelmark {version}</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation>Keine Seite enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>Select a segment on the timeline to see and change it here.</source>
        <translation>Ein Segment auf der Zeitleiste wählen, um es hier zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Best labels of this video</source>
        <translation>Beste Labels dieses Videos</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} Segmente</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>{count} more waiting</source>
        <translation>{count} weitere warten</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>{share} · {time} left</source>
        <translation>{share} · noch {time}</translation>
    </message>
    <message>
        <source>Cancel “{title}”</source>
        <translation>„{title}“ abbrechen</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an …</translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>press</source>
        <translation>drücken</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Each label has a key of its own, shown in the Labels list.</source>
        <translation>Jedes Label hat eine eigene Taste; sie steht in der Liste der Labels.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search actions, labels and keys</source>
        <translation>Aktionen, Labels und Tasten suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation>Trotzdem nehmen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Choose a row, press Enter, then the new keys.</source>
        <translation>Eine Zeile wählen, Eingabe drücken, dann die neuen Tasten.</translation>
    </message>
    <message>
        <source>A label&apos;s key is one letter, one digit or a function key.</source>
        <translation>Die Taste eines Labels ist ein Buchstabe, eine Ziffer oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>{key} belongs to {other}.</source>
        <translation>{key} gehört zu {other}.</translation>
    </message>
    <message>
        <source>It has this key already.</source>
        <translation>Diese Taste hat es schon.</translation>
    </message>
    <message>
        <source>{action} is now on {keys}.</source>
        <translation>{action} liegt jetzt auf {keys}.</translation>
    </message>
    <message>
        <source>{action} has no key now.</source>
        <translation>{action} hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>Every action has its own keys again.</source>
        <translation>Jede Aktion hat wieder ihre eigenen Tasten.</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Tasten (*.json)</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Tasten exportieren</translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Zahl</translation>
    </message>
</context>
<context>
    <name>LabelPane</name>
    <message>
        <source>Find or add a label…</source>
        <translation>Label suchen …</translation>
    </message>
    <message>
        <source>Add the typed label</source>
        <translation>Das eingetippte Label anlegen</translation>
    </message>
    <message>
        <source>Type to find a label; Enter takes it, or adds it when there is none of that name</source>
        <translation>Tippen, um ein Label zu finden; Eingabe nimmt es oder legt es an, wenn es keines dieses Namens gibt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>Noch keine Labels</translation>
    </message>
    <message>
        <source>Type a name above and press Enter</source>
        <translation>Oben einen Namen eintippen und Eingabe drücken</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Taste ändern</translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation>Farbe ändern …</translation>
    </message>
    <message>
        <source>Exclusive group</source>
        <translation>Exklusive Gruppe</translation>
    </message>
    <message>
        <source>Labels of one group never overlap on one track</source>
        <translation>Labels einer Gruppe überlappen auf einer Spur nie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Neue Gruppe …</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Label löschen</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>Farbe von „{name}“</translation>
    </message>
    <message>
        <source>New exclusive group</source>
        <translation>Neue exklusive Gruppe</translation>
    </message>
    <message>
        <source>Labels of one group never overlap. Its name:</source>
        <translation>Labels einer Gruppe überlappen nie. Ihr Name:</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Find activities</source>
        <translation>Aktivitäten finden</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Relabel as</source>
        <translation>Umbenennen in</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type what to do, a label, or a video</source>
        <translation>Eintippen: eine Aktion, ein Label oder ein Video</translation>
    </message>
    <message>
        <source>Find an action, label or video</source>
        <translation>Aktion, Label oder Video finden</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Nothing fits; try fewer letters.</source>
        <translation>Nichts passt; weniger Buchstaben versuchen.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source> variable</source>
        <translation> variabel</translation>
    </message>
    <message>
        <source>every frame checked</source>
        <translation>jedes Bild geprüft</translation>
    </message>
    <message>
        <source>⚠ {count} problems</source>
        <translation>⚠ {count} Probleme</translation>
    </message>
    <message>
        <source>⚠ 1 problem</source>
        <translation>⚠ 1 Problem</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>1 segment</source>
        <translation>1 Segment</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} Segmente</translation>
    </message>
</context>
<context>
    <name>RunsPresenter</name>
    <message>
        <source>The scores of this run are not cached any more; analyse the video again to move its sliders.</source>
        <translation>Die Werte dieses Laufs sind nicht mehr gespeichert; das Video neu auswerten, um die Regler zu bewegen.</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>No analysis yet</source>
        <translation>Noch keine Auswertung</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Copy all segments of this run to your own track</source>
        <translation>Alle Segmente dieses Laufs auf die eigene Spur kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take this run off the timeline; undo brings it back</source>
        <translation>Diesen Lauf von der Zeitleiste nehmen; Rückgängig bringt ihn zurück</translation>
    </message>
    <message>
        <source>{count} segments found</source>
        <translation>{count} Segmente gefunden</translation>
    </message>
    <message>
        <source>1 segment found</source>
        <translation>1 Segment gefunden</translation>
    </message>
    <message>
        <source>Press F5 to find activities,
then correct them on the timeline</source>
        <translation>F5 drücken, um Aktivitäten zu finden,
dann auf der Zeitleiste korrigieren</translation>
    </message>
    <message>
        <source>1. Open a video
2. Find its activities (F5)
3. Correct them on the timeline</source>
        <translation>1. Ein Video öffnen
2. Aktivitäten finden (F5)
3. Auf der Zeitleiste korrigieren</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>Lauf entfernen</translation>
    </message>
</context>
<context>
    <name>ScoreBars</name>
    <message>
        <source>Best labels</source>
        <translation>Beste Labels</translation>
    </message>
</context>
<context>
    <name>SegmentForm</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Several labels</source>
        <translation>Mehrere Labels</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} Bilder</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>SidePresenter</name>
    <message>
        <source>The file is not where it was; right-click to find it where it is now.</source>
        <translation>Die Datei ist nicht mehr, wo sie war; Rechtsklick, um zu zeigen, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>Where is this video now?</source>
        <translation>Wo ist dieses Video jetzt?</translation>
    </message>
    <message>
        <source>made by {author}</source>
        <translation>von {author}</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>prediction of {network}</source>
        <translation>Vorhersage von {network}</translation>
    </message>
    <message>
        <source>a removed run</source>
        <translation>einem entfernten Lauf</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop a video here, or press Ctrl+O</source>
        <translation>Ein Video hierher ziehen oder Strg+O drücken</translation>
    </message>
    <message>
        <source>Then find its activities (F5), and correct them on the timeline</source>
        <translation>Dann Aktivitäten finden (F5) und auf der Zeitleiste korrigieren</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation>Das kann nicht gezeigt werden</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>key {}</source>
        <translation>Taste {}</translation>
    </message>
</context>
<context>
    <name>TimelineArea</name>
    <message>
        <source>No video</source>
        <translation>Kein Video</translation>
    </message>
    <message>
        <source>Its activities and labels will stand here</source>
        <translation>Hier stehen dann seine Aktivitäten und Labels</translation>
    </message>
    <message>
        <source>Nothing on the timeline yet</source>
        <translation>Noch nichts auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Press F5 to find activities, or add a label and drag across its row</source>
        <translation>F5 drücken, um Aktivitäten zu finden, oder ein Label anlegen und in seiner Zeile ziehen</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Segments of the video, one row for each track and label</source>
        <translation>Segmente des Videos, eine Zeile je Spur und Label</translation>
    </message>
</context>
<context>
    <name>TrainDialog</name>
    <message>
        <source>Train {network}</source>
        <translation>{network} trainieren</translation>
    </message>
    <message>
        <source>Folder with the data sets</source>
        <translation>Ordner mit den Datensätzen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Quick: the small build, about five minutes on two cores</source>
        <translation>Schnell: die kleine Fassung, etwa fünf Minuten auf zwei Kernen</translation>
    </message>
    <message>
        <source>The {form} form: {count} parameters</source>
        <translation>Form {form}: {count} Parameter</translation>
    </message>
    <message>
        <source>The paper&apos;s size: {count} parameters</source>
        <translation>Größe der Veröffentlichung: {count} Parameter</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>so lange es dauert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the command, to run it in a terminal instead</source>
        <translation>Kopiert den Befehl, um ihn stattdessen in einem Terminal auszuführen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>{paper}. Its experiment needs {needs} in the folder.</source>
        <translation>{paper}. Der Versuch braucht {needs} in dem Ordner.</translation>
    </message>
    <message>
        <source>the data sets of the paper</source>
        <translation>die Datensätze der Veröffentlichung</translation>
    </message>
    <message>
        <source>Runs on {device}, in the background; cancelled, it goes on next time from where it was.</source>
        <translation>Läuft auf {device} im Hintergrund; abgebrochen, geht es das nächste Mal dort weiter.</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Choose the folder that holds the data sets</source>
        <translation>Den Ordner wählen, in dem die Datensätze liegen</translation>
    </message>
    <message>
        <source>The folder with the data sets</source>
        <translation>Der Ordner mit den Datensätzen</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Time; type one (62.5 or 1:02.500) and press Enter to go there</source>
        <translation>Zeit; eine eintippen (62.5 oder 1:02.500) und Eingabe drücken, um dorthin zu gehen</translation>
    </message>
    <message>
        <source>Frame; type a number and press Enter to go there</source>
        <translation>Bild; eine Nummer eintippen und Eingabe drücken, um dorthin zu gehen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Abspielgeschwindigkeit</translation>
    </message>
</context>
<context>
    <name>VideoModel</name>
    <message>
        <source>variable frame rate</source>
        <translation>variable Bildrate</translation>
    </message>
    <message>
        <source>constant frame rate</source>
        <translation>feste Bildrate</translation>
    </message>
    <message>
        <source>{frames} frames, {rate} per second, {kind}</source>
        <translation>{frames} Bilder, {rate} pro Sekunde, {kind}</translation>
    </message>
    <message>
        <source>Every frame was checked</source>
        <translation>Jedes Bild wurde geprüft</translation>
    </message>
    <message>
        <source>Frames are still being checked</source>
        <translation>Bilder werden noch geprüft</translation>
    </message>
    <message>
        <source>Activities were searched</source>
        <translation>Aktivitäten wurden gesucht</translation>
    </message>
</context>
<context>
    <name>VideoPane</name>
    <message>
        <source>Find a video…</source>
        <translation>Video suchen …</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Videos hinzufügen</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>Noch keine Videos</translation>
    </message>
    <message>
        <source>Drop files here, or press +</source>
        <translation>Dateien hierher ziehen oder + drücken</translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation>Aktivitäten finden …</translation>
    </message>
    <message>
        <source>Find the missing file…</source>
        <translation>Fehlende Datei suchen …</translation>
    </message>
    <message>
        <source>Relink…</source>
        <translation>Neu verknüpfen …</translation>
    </message>
</context>
<context>
    <name>WelcomeStrip</name>
    <message>
        <source>Previous step</source>
        <translation>Voriger Schritt</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Skip the first steps; Help brings them back</source>
        <translation>Die ersten Schritte überspringen; „Hilfe“ bringt sie zurück</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Schritt {number} von {count}: {title}</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Find, correct and learn activities in video.</source>
        <translation>Aktivitäten in Videos finden, korrigieren und lernen.</translation>
    </message>
    <message>
        <source>About Reelmark</source>
        <translation>Über Reelmark</translation>
    </message>
    <message>
        <source>Source under Apache-2.0; the built program as a whole is conveyed under GPL-3.0, because its FFmpeg links x264 and x265. Qt {version} and PySide6 under LGPL-3.0. The notices of everything carried are installed beside the program.</source>
        <translation>Der Quelltext steht unter Apache-2.0; das gebaute Programm als Ganzes wird unter GPL-3.0 weitergegeben, weil sein FFmpeg x264 und x265 enthält. Qt {version} und PySide6 unter LGPL-3.0. Die Hinweise zu allem Enthaltenen liegen beim Programm.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About Reelmark</source>
        <translation>Über Reelmark</translation>
    </message>
    <message>
        <source>Accept all predictions</source>
        <translation>Alle Vorhersagen annehmen</translation>
    </message>
    <message>
        <source>Accept prediction</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add segment from in to out</source>
        <translation>Segment von In bis Out anlegen</translation>
    </message>
    <message>
        <source>Add videos…</source>
        <translation>Videos hinzufügen …</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Cancel running jobs</source>
        <translation>Laufende Aufgaben abbrechen</translation>
    </message>
    <message>
        <source>Clear in, out and selection</source>
        <translation>In, Out und Auswahl aufheben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Export annotations…</source>
        <translation>Annotationen exportieren …</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Find activities in all videos…</source>
        <translation>Aktivitäten in allen Videos finden …</translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation>Aktivitäten finden …</translation>
    </message>
    <message>
        <source>Find an action, label or video…</source>
        <translation>Aktion, Label oder Video finden …</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Import annotations…</source>
        <translation>Annotationen importieren …</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Loop selection</source>
        <translation>Auswahl wiederholen</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Next boundary</source>
        <translation>Nächste Grenze</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>Nächstes Segment</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation>Abspielen / Pause</translation>
    </message>
    <message>
        <source>Play backwards, faster</source>
        <translation>Rückwärts abspielen, schneller</translation>
    </message>
    <message>
        <source>Play forwards, faster</source>
        <translation>Vorwärts abspielen, schneller</translation>
    </message>
    <message>
        <source>Previous boundary</source>
        <translation>Vorige Grenze</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriges Feld</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>Voriges Segment</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reject prediction</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Remove the newest run of this video</source>
        <translation>Neuesten Lauf dieses Videos entfernen</translation>
    </message>
    <message>
        <source>Render annotated video…</source>
        <translation>Annotiertes Video ausgeben …</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Select all segments</source>
        <translation>Alle Segmente auswählen</translation>
    </message>
    <message>
        <source>Set end to playhead</source>
        <translation>Ende auf Abspielposition</translation>
    </message>
    <message>
        <source>Set in point</source>
        <translation>In-Punkt setzen</translation>
    </message>
    <message>
        <source>Set out point</source>
        <translation>Out-Punkt setzen</translation>
    </message>
    <message>
        <source>Set start to playhead</source>
        <translation>Anfang auf Abspielposition</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Show what was foreseen</source>
        <translation>Vorhergesehenes zeigen</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation>An Kanten einrasten</translation>
    </message>
    <message>
        <source>Split at playhead</source>
        <translation>An Abspielposition teilen</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Zehn Bilder zurück</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Zehn Bilder vor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation>Ganzes Video</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>Auf Auswahl vergrößern</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Wiederholen: {what}</translation>
    </message>
</context>
<context>
    <name>dials</name>
    <message>
        <source>A moment counts when its score is at least this</source>
        <translation>Ein Moment zählt, wenn sein Wert mindestens so hoch ist</translation>
    </message>
    <message>
        <source>Activities of one label that are closer together become one</source>
        <translation>Aktivitäten eines Labels, die näher beieinander liegen, werden zu einer</translation>
    </message>
    <message>
        <source>Merge gap</source>
        <translation>Lücken schließen</translation>
    </message>
    <message>
        <source>Minimum length</source>
        <translation>Mindestlänge</translation>
    </message>
    <message>
        <source>Scores are averaged over this much time first</source>
        <translation>Über diese Zeit werden Werte zuerst gemittelt</translation>
    </message>
    <message>
        <source>Shorter activities are dropped</source>
        <translation>Kürzere Aktivitäten fallen weg</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept {} segments</source>
        <translation>{} Segmente annehmen</translation>
    </message>
    <message>
        <source>Add label {}</source>
        <translation>Label {} anlegen</translation>
    </message>
    <message>
        <source>Add labels</source>
        <translation>Labels anlegen</translation>
    </message>
    <message>
        <source>Add segment</source>
        <translation>Segment anlegen</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>Spur anlegen</translation>
    </message>
    <message>
        <source>Add {}</source>
        <translation>{} hinzufügen</translation>
    </message>
    <message>
        <source>Change keys of labels</source>
        <translation>Tasten von Labels ändern</translation>
    </message>
    <message>
        <source>Change label {}</source>
        <translation>Label {} ändern</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>Schwelle ändern</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete label {}</source>
        <translation>Label {} löschen</translation>
    </message>
    <message>
        <source>Delete {} segments</source>
        <translation>{} Segmente löschen</translation>
    </message>
    <message>
        <source>Follow the checked frames</source>
        <translation>Den geprüften Bildern folgen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als durchgesehen markieren</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject {} segments</source>
        <translation>{} Segmente ablehnen</translation>
    </message>
    <message>
        <source>Relabel as {}</source>
        <translation>Umbenennen in {}</translation>
    </message>
    <message>
        <source>Relink {}</source>
        <translation>{} neu verknüpfen</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>Lauf entfernen</translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation>{} entfernen</translation>
    </message>
    <message>
        <source>Remove {} videos</source>
        <translation>{} Videos entfernen</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>Ende setzen</translation>
    </message>
    <message>
        <source>Set start</source>
        <translation>Anfang setzen</translation>
    </message>
    <message>
        <source>Set start and end</source>
        <translation>Anfang und Ende setzen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Kürzen</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>As they are set now; Settings → Keys changes them. Labels have keys of their own.</source>
        <translation>So, wie sie jetzt eingestellt sind; Einstellungen → Tasten ändert sie. Labels haben eigene Tasten.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
</context>
<context>
    <name>keymap</name>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>The keys of {file} are in use.</source>
        <translation>Die Tasten aus {file} gelten jetzt.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>{file} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>All keys are written to {file}.</source>
        <translation>Alle Tasten stehen in {file}.</translation>
    </message>
    <message>
        <source>{file} is no file of keys; choose one that was exported here.</source>
        <translation>{file} ist keine Tastendatei; eine wählen, die hier exportiert wurde.</translation>
    </message>
    <message>
        <source>{file} gives {key} to {count} actions ({names}); keep one of them in the file.</source>
        <translation>{file} gibt {key} an {count} Aktionen ({names}); eine davon in der Datei lassen.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>1 activity</source>
        <translation>1 Aktivität</translation>
    </message>
    <message>
        <source>1 segment</source>
        <translation>1 Segment</translation>
    </message>
    <message>
        <source>A file for {asset}</source>
        <translation>Eine Datei für {asset}</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Videos hinzufügen</translation>
    </message>
    <message>
        <source>Adding videos</source>
        <translation>Videos werden hinzugefügt</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Annotated video written to {path}.</source>
        <translation>Annotiertes Video geschrieben: {path}.</translation>
    </message>
    <message>
        <source>Annotations (*.json *.csv *.tsv);;All files (*)</source>
        <translation>Annotationen (*.json *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Checking every frame of {name}</source>
        <translation>Jedes Bild von {name} wird geprüft</translation>
    </message>
    <message>
        <source>Comparing files</source>
        <translation>Dateien werden verglichen</translation>
    </message>
    <message>
        <source>Copied to {path}.</source>
        <translation>Kopiert nach {path}.</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>Annotationen exportieren</translation>
    </message>
    <message>
        <source>Fetching {asset}</source>
        <translation>{asset} wird geholt</translation>
    </message>
    <message>
        <source>Finding activities in {name}</source>
        <translation>Aktivitäten in {name} werden gesucht</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Annotationen importieren</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>Looking for networks</source>
        <translation>Netze werden gesucht</translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation>MP4-Video (*.mp4)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>No activity reached the threshold in {name}. Lower it with the slider in the Runs panel.</source>
        <translation>Keine Aktivität in {name} erreichte die Schwelle. Der Regler im Feld „Läufe“ senkt sie.</translation>
    </message>
    <message>
        <source>Not in the file: {what}.</source>
        <translation>Nicht in der Datei: {what}.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Reelmark project (*.reelmark)</source>
        <translation>Reelmark-Projekt (*.reelmark)</translation>
    </message>
    <message>
        <source>Render annotated video</source>
        <translation>Annotiertes Video ausgeben</translation>
    </message>
    <message>
        <source>Rendering {name}</source>
        <translation>{name} wird ausgegeben</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Select a segment and put the playhead inside it to split it.</source>
        <translation>Zum Teilen ein Segment wählen und die Abspielposition hineinsetzen.</translation>
    </message>
    <message>
        <source>Select a segment, or set in and out points (I and O), to loop it.</source>
        <translation>Zum Wiederholen ein Segment wählen oder In- und Out-Punkt setzen (I und O).</translation>
    </message>
    <message>
        <source>Set an in point (I) and an out point (O) first, or drag in a row of the timeline.</source>
        <translation>Zuerst In-Punkt (I) und Out-Punkt (O) setzen oder in einer Zeile der Zeitleiste ziehen.</translation>
    </message>
    <message>
        <source>There is no segment further back.</source>
        <translation>Weiter hinten gibt es kein Segment.</translation>
    </message>
    <message>
        <source>There is no segment further on.</source>
        <translation>Weiter vorn gibt es kein Segment.</translation>
    </message>
    <message>
        <source>This video has no run to remove.</source>
        <translation>Dieses Video hat keinen Lauf, den man entfernen könnte.</translation>
    </message>
    <message>
        <source>Training {network}</source>
        <translation>{network} wird trainiert</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>{count} activities</source>
        <translation>{count} Aktivitäten</translation>
    </message>
    <message>
        <source>{count} more problems; `reelmark import` on the command line lists them all.</source>
        <translation>{count} weitere Probleme; `reelmark import` auf der Befehlszeile nennt sie alle.</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} Segmente</translation>
    </message>
    <message>
        <source>{found} found in {name}. Drag their edges to correct them; A accepts, R rejects.</source>
        <translation>{found} in {name} gefunden. Kanten ziehen, um sie zu korrigieren; A nimmt an, R lehnt ab.</translation>
    </message>
    <message>
        <source>{name} exists already; open it, or choose another name.</source>
        <translation>{name} gibt es schon; es öffnen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{network} is trained; F5 finds activities with it. {measured} of {rows} rows of the paper&apos;s table were measured; table and figures are in {folder}.</source>
        <translation>{network} ist trainiert; F5 findet damit Aktivitäten. {measured} von {rows} Zeilen der Tabelle wurden gemessen; Tabelle und Bilder liegen in {folder}.</translation>
    </message>
    <message>
        <source>{segments} imported.</source>
        <translation>{segments} importiert.</translation>
    </message>
    <message>
        <source>{segments} written to {path}.</source>
        <translation>{segments} geschrieben: {path}.</translation>
    </message>
</context>
<context>
    <name>networks</name>
    <message>
        <source>, {count} labels</source>
        <translation>, {count} Labels</translation>
    </message>
    <message>
        <source>, finds {labels}</source>
        <translation>, findet {labels}</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>When something changes</source>
        <translation>Wann sich etwas ändert</translation>
    </message>
    <message>
        <source>When something surprises</source>
        <translation>Wann etwas überrascht</translation>
    </message>
    <message>
        <source>how much a moment surprises</source>
        <translation>wie sehr ein Moment überrascht</translation>
    </message>
    <message>
        <source>how much changes</source>
        <translation>wie viel sich ändert</translation>
    </message>
    <message>
        <source>scores of activities</source>
        <translation>Werte von Aktivitäten</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Label: {name}</source>
        <translation>Label: {name}</translation>
    </message>
    <message>
        <source>There is nothing to undo or redo.</source>
        <translation>Es gibt nichts rückgängig zu machen oder zu wiederholen.</translation>
    </message>
    <message>
        <source>Open a video first.</source>
        <translation>Zuerst ein Video öffnen.</translation>
    </message>
    <message>
        <source>Select a segment first.</source>
        <translation>Zuerst ein Segment wählen.</translation>
    </message>
    <message>
        <source>Select two segments or more first.</source>
        <translation>Zuerst zwei Segmente oder mehr wählen.</translation>
    </message>
    <message>
        <source>Select a prediction first.</source>
        <translation>Zuerst eine Vorhersage wählen.</translation>
    </message>
    <message>
        <source>Set an in and an out point first.</source>
        <translation>Zuerst In- und Out-Punkt setzen.</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>Jetzt nicht möglich.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
</context>
<context>
    <name>reach</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Dragged edges snap to the playhead and other edges; Alt suspends it.</source>
        <translation>Gezogene Kanten rasten an der Abspielposition und an anderen Kanten ein; Alt setzt das aus.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA-GPU</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>Netze laufen auf</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Show the first steps</source>
        <translation>Erste Schritte zeigen</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation>An Kanten einrasten</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>Das Beste, was da ist</translation>
    </message>
    <message>
        <source>The three steps above the player, at every start.</source>
        <translation>Die drei Schritte über dem Player, bei jedem Start.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Used from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>What is not there is refused when a network starts.</source>
        <translation>Was nicht da ist, wird abgelehnt, wenn ein Netz startet.</translation>
    </message>
    <message>
        <source>Written into the segments you make; empty means your login name.</source>
        <translation>Steht in den Segmenten, die Sie machen; leer heißt Ihr Anmeldename.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Made by a person</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Predicted, not reviewed</source>
        <translation>Vorhergesagt, ungeprüft</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>human</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Open a video</source>
        <translation>Ein Video öffnen</translation>
    </message>
    <message>
        <source>Drop files on the window, choose them, or begin with the sample clip.</source>
        <translation>Dateien auf das Fenster ziehen, sie wählen oder mit dem Beispiel beginnen.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Choose videos…</source>
        <translation>Videos wählen …</translation>
    </message>
    <message>
        <source>Find its activities</source>
        <translation>Aktivitäten finden</translation>
    </message>
    <message>
        <source>A network looks through it on this computer; what it finds is a track of its own.</source>
        <translation>Ein Netz sieht es auf diesem Rechner durch; was es findet, ist eine eigene Spur.</translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation>Aktivitäten finden …</translation>
    </message>
    <message>
        <source>Correct them</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Click a segment and drag its edges; A accepts it, R rejects it. Everything is on disk at once.</source>
        <translation>Ein Segment anklicken, Kanten ziehen; A nimmt an, R lehnt ab. Alles ist sofort gespeichert.</translation>
    </message>
    <message>
        <source>Select a segment</source>
        <translation>Segment wählen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>That was the whole way: open, analyse, correct. F1 opens the help.</source>
        <translation>Das war der ganze Weg: öffnen, auswerten, korrigieren. F1 öffnet die Hilfe.</translation>
    </message>
    <message>
        <source>Fetching the sample</source>
        <translation>Das Beispiel wird geholt</translation>
    </message>
</context>
</TS>
