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
    <name>AskLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Type a name and a value into the last row; Delete removes the chosen row</source>
        <translation>Namen und Wert in die letzte Zeile eintippen; Entf entfernt die gewählte Zeile</translation>
    </message>
</context>
<context>
    <name>BesidePresenter</name>
    <message>
        <source>Play beside</source>
        <translation>Daneben abspielen</translation>
    </message>
    <message>
        <source>It has not begun yet.</source>
        <translation>Es hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>It is over by now.</source>
        <translation>Es ist schon zu Ende.</translation>
    </message>
</context>
<context>
    <name>BesideView</name>
    <message>
        <source>Tick the videos that show the same scene as the open one.</source>
        <translation>Die Videos ankreuzen, die dieselbe Szene zeigen wie das offene.</translation>
    </message>
    <message>
        <source>Videos that play together</source>
        <translation>Videos, die zusammen laufen</translation>
    </message>
    <message>
        <source>Play beside</source>
        <translation>Daneben abspielen</translation>
    </message>
    <message>
        <source>Begins at (s)</source>
        <translation>Beginnt bei (s)</translation>
    </message>
    <message>
        <source>“{0}” is no time; write seconds, like 1.5 or -0.04.</source>
        <translation>„{0}“ ist keine Zeit; Sekunden eintippen, etwa 1.5 oder -0.04.</translation>
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
    <name>CellDelegate</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert an</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Ein Moment</translation>
    </message>
</context>
<context>
    <name>ComparePresenter</name>
    <message>
        <source>Compare tracks</source>
        <translation>Spuren vergleichen</translation>
    </message>
    <message>
        <source>The two say the same everywhere.</source>
        <translation>Beide sagen überall dasselbe.</translation>
    </message>
    <message>
        <source>They differ in 1 place, {time} in all.</source>
        <translation>Sie weichen an 1 Stelle ab, zusammen {time}.</translation>
    </message>
    <message>
        <source>They differ in {count} places, {time} in all.</source>
        <translation>Sie weichen an {count} Stellen ab, zusammen {time}.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Compare</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
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
    <message>
        <source>Click to change the colour</source>
        <translation>Klicken, um die Farbe zu ändern</translation>
    </message>
    <message>
        <source>Double-click, then press the key that gives this label</source>
        <translation>Doppelklicken, dann die Taste drücken, die dieses Label gibt</translation>
    </message>
    <message>
        <source>New segments get this label</source>
        <translation>Neue Segmente bekommen dieses Label</translation>
    </message>
    <message>
        <source>Exclusive group “{name}”</source>
        <translation>Exklusive Gruppe „{name}“</translation>
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
        <source>Edit all labels: order, groups, kinds, merge, import</source>
        <translation>Alle Labels bearbeiten: Reihenfolge, Gruppen, Arten, Zusammenführen, Import</translation>
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
        <source>Edit all labels…</source>
        <translation>Alle Labels bearbeiten …</translation>
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
    <name>LabelPresenter</name>
    <message>
        <source>1 segment lasts longer than one frame. As one moment, only its first frame stays.</source>
        <translation>1 Segment dauert länger als ein Bild. Als ein Moment bleibt nur sein erstes Bild.</translation>
    </message>
    <message>
        <source>{count} segments last longer than one frame. As one moment, only the first frame of each stays.</source>
        <translation>{count} Segmente dauern länger als ein Bild. Als ein Moment bleibt von jedem nur das erste Bild.</translation>
    </message>
    <message>
        <source>Cut to one frame</source>
        <translation>Auf ein Bild kürzen</translation>
    </message>
    <message>
        <source>Deleting “{name}” deletes what has it, in all videos: {what}.</source>
        <translation>Mit „{name}“ wird gelöscht, was es trägt, in allen Videos: {what}.</translation>
    </message>
    <message>
        <source>Delete with {what}</source>
        <translation>Mit {what} löschen</translation>
    </message>
    <message>
        <source>{what} of “{gone}” got “{into}”; {undo} takes it back.</source>
        <translation>{what} mit „{gone}“ haben jetzt „{into}“; {undo} nimmt das zurück.</translation>
    </message>
</context>
<context>
    <name>LabelTree</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Exclusive group</source>
        <translation>Exklusive Gruppe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Ein Moment</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert an</translation>
    </message>
    <message>
        <source>Click to change the colour</source>
        <translation>Klicken, um die Farbe zu ändern</translation>
    </message>
    <message>
        <source>Double-click, then press the key that gives this label</source>
        <translation>Doppelklicken, dann die Taste drücken, die dieses Label gibt</translation>
    </message>
    <message>
        <source>Labels of one group never overlap on one track</source>
        <translation>Labels einer Gruppe überlappen auf einer Spur nie</translation>
    </message>
    <message>
        <source>Whether it lasts, or happens at one moment: a single frame</source>
        <translation>Ob es andauert oder in einem Moment geschieht: einem einzigen Bild</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>Noch keine Labels</translation>
    </message>
    <message>
        <source>Add one, or import a file</source>
        <translation>Eines anlegen oder eine Datei importieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Add a label at the end</source>
        <translation>Ein Label am Ende anlegen</translation>
    </message>
    <message>
        <source>Add below</source>
        <translation>Darunter anlegen</translation>
    </message>
    <message>
        <source>Add a label that is a kind of the chosen one</source>
        <translation>Ein Label anlegen, das eine Unterart des gewählten ist</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Farbe …</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Give all segments of this label another one</source>
        <translation>Allen Segmenten dieses Labels ein anderes geben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Drag a label to move it, onto another one to put it below. Keys: F2, Tab, Delete, Alt+arrows.</source>
        <translation>Ein Label ziehen, um es zu verschieben; auf ein anderes, um es darunter einzuordnen. Tasten: F2, Tab, Entf, Alt+Pfeile.</translation>
    </message>
    <message>
        <source>Colour of “{}”</source>
        <translation>Farbe von „{}“</translation>
    </message>
    <message>
        <source>“{}” goes, and all its segments in all videos get this label:</source>
        <translation>„{}“ fällt weg, und alle seine Segmente in allen Videos bekommen dieses Label:</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
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
        <source>Similar moments</source>
        <translation>Ähnliche Momente</translation>
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
    <name>MarkerHands</name>
    <message>
        <source>Marker</source>
        <translation>Marke</translation>
    </message>
</context>
<context>
    <name>MarkerPresenter</name>
    <message>
        <source>Markers</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>What is to be found here again? Enter keeps the name, Escape the old one.</source>
        <translation>Was soll hier wiederzufinden sein? Eingabe übernimmt den Namen, Esc behält den alten.</translation>
    </message>
    <message>
        <source>Name of the marker</source>
        <translation>Name der Marke</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>Benennen …</translation>
    </message>
    <message>
        <source>Delete marker</source>
        <translation>Marke löschen</translation>
    </message>
</context>
<context>
    <name>MarkersView</name>
    <message>
        <source>Markers</source>
        <translation>Marken</translation>
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
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{add_marker} sets a marker at the playhead. Enter goes to one, F2 names it, Delete deletes it.</source>
        <translation>{add_marker} setzt eine Marke an der Abspielposition. Eingabe geht hin, F2 benennt sie, Entf löscht sie.</translation>
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
    <name>MissingDialog</name>
    <message>
        <source>Find missing files</source>
        <translation>Fehlende Dateien suchen</translation>
    </message>
    <message>
        <source>1 video is not where it was.</source>
        <translation>1 Video ist nicht mehr dort, wo es war.</translation>
    </message>
    <message>
        <source>{0} videos are not where they were.</source>
        <translation>{0} Videos sind nicht mehr dort, wo sie waren.</translation>
    </message>
    <message>
        <source> Choose a folder or a disk to search: all folders in it are looked through, and files are known by their content, whatever they are called.</source>
        <translation> Einen Ordner oder ein Laufwerk wählen: alle Ordner darin werden durchsucht und Dateien am Inhalt erkannt, wie sie auch heißen.</translation>
    </message>
    <message>
        <source>Folder to search</source>
        <translation>Ordner, der durchsucht wird</translation>
    </message>
    <message>
        <source> Choose…</source>
        <translation> Wählen …</translation>
    </message>
    <message>
        <source> Search</source>
        <translation> Suchen</translation>
    </message>
    <message>
        <source>Relink</source>
        <translation>Neu verknüpfen</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Missing videos</source>
        <translation>Fehlende Videos</translation>
    </message>
    <message>
        <source>was in {0}</source>
        <translation>war in {0}</translation>
    </message>
    <message>
        <source>Searching… the job list below the player shows how far it is, and cancels it.</source>
        <translation>Suche läuft … die Liste der Aufgaben unter dem Player zeigt, wie weit sie ist, und bricht sie ab.</translation>
    </message>
    <message>
        <source>found in {0}</source>
        <translation>gefunden in {0}</translation>
    </message>
    <message>
        <source>Relink {0}</source>
        <translation>{0} neu verknüpfen</translation>
    </message>
    <message>
        <source>{0} of {1} found.</source>
        <translation>{0} von {1} gefunden.</translation>
    </message>
    <message>
        <source> Search another folder for the rest.</source>
        <translation> Für den Rest einen anderen Ordner durchsuchen.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is no folder {0}; choose one that is there.</source>
        <translation>Den Ordner {0} gibt es nicht; einen wählen, der da ist.</translation>
    </message>
</context>
<context>
    <name>MovePresenter</name>
    <message>
        <source>A frame (1234), a time (1:02.500), a timecode (0:01:02:12), a step from here (+5s, -10f) or a share (50%).</source>
        <translation>Ein Bild (1234), eine Zeit (1:02.500), ein Timecode (0:01:02:12), ein Schritt von hier (+5s, -10f) oder ein Anteil (50%).</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>No video is open; open one first.</source>
        <translation>Kein Video ist offen; zuerst eines öffnen.</translation>
    </message>
    <message>
        <source>Frame {frame}, at {time}</source>
        <translation>Bild {frame}, bei {time}</translation>
    </message>
    <message>
        <source>Loop margin</source>
        <translation>Rand der Wiederholung</translation>
    </message>
    <message>
        <source>Seconds that are played before and after a looped segment, such as 0.5; 0 for none.</source>
        <translation>Sekunden, die vor und nach einem wiederholten Segment gespielt werden, etwa 0.5; 0 für keine.</translation>
    </message>
    <message>
        <source>That is too long; a margin is at most {count} s.</source>
        <translation>Das ist zu lang; ein Rand ist höchstens {count} s lang.</translation>
    </message>
</context>
<context>
    <name>OverlayPanel</name>
    <message>
        <source>Overlays</source>
        <translation>Einblendungen</translation>
    </message>
</context>
<context>
    <name>OverlayRow</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Fetch the weights</source>
        <translation>Gewichte holen</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren …</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>{count} px a frame at the rim</source>
        <translation>{count} px je Bild am Rand</translation>
    </message>
    <message>
        <source>Optical flow</source>
        <translation>Optischer Fluss</translation>
    </message>
    <message>
        <source>How everything moved since the frame before: the hue says where to, the strength how far.</source>
        <translation>Wie sich alles seit dem Bild davor bewegt hat: der Farbton sagt wohin, die Stärke wie weit.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Colours and arrows</source>
        <translation>Farben und Pfeile</translation>
    </message>
    <message>
        <source>Full colour at</source>
        <translation>Volle Farbe bei</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Foreseen</source>
        <translation>Vorhergesehen</translation>
    </message>
    <message>
        <source>Future strip</source>
        <translation>Zukunftsstreifen</translation>
    </message>
    <message>
        <source>The next ten frames, and under them how srivastava2015 foresaw them from this one.</source>
        <translation>Die nächsten zehn Bilder, darunter, wie srivastava2015 sie von diesem aus vorhergesehen hat.</translation>
    </message>
    <message>
        <source>{label} {share} by {network}</source>
        <translation>{label} {share} laut {network}</translation>
    </message>
    <message>
        <source>Heat map of the decision</source>
        <translation>Heatmap der Entscheidung</translation>
    </message>
    <message>
        <source>Which places speak for a label, as the network of the chosen run (else I3D) sees it.</source>
        <translation>Welche Stellen für ein Label sprechen, wie es das Netz des gewählten Laufs (sonst I3D) sieht.</translation>
    </message>
    <message>
        <source>Best label</source>
        <translation>Bestes Label</translation>
    </message>
    <message>
        <source>Chosen label</source>
        <translation>Gewähltes Label</translation>
    </message>
    <message>
        <source>Clear below</source>
        <translation>Durchsichtig unter</translation>
    </message>
    <message>
        <source>Labels with scores</source>
        <translation>Labels mit Werten</translation>
    </message>
    <message>
        <source>What people said of this moment, and what each run&apos;s network says, with its score here and now.</source>
        <translation>Was Menschen zu diesem Moment gesagt haben und was das Netz jedes Laufs sagt, mit seinem Wert hier und jetzt.</translation>
    </message>
    <message>
        <source>Foreseen by {network}, error {error}</source>
        <translation>Vorhergesehen von {network}, Fehler {error}</translation>
    </message>
    <message>
        <source>Predicted frame</source>
        <translation>Vorhergesagtes Bild</translation>
    </message>
    <message>
        <source>This frame as a network foresaw it from those before: laid over it, its error, or its right half.</source>
        <translation>Dieses Bild, wie ein Netz es aus denen davor vorhergesehen hat: darübergelegt, sein Fehler oder seine rechte Hälfte.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Right half</source>
        <translation>Rechte Hälfte</translation>
    </message>
    <message>
        <source>Brightest at</source>
        <translation>Am hellsten bei</translation>
    </message>
    <message>
        <source>The video</source>
        <translation>Das Video</translation>
    </message>
    <message>
        <source>Expected motion</source>
        <translation>Erwartete Bewegung</translation>
    </message>
    <message>
        <source>Not foreseen</source>
        <translation>Nicht vorhergesehen</translation>
    </message>
    <message>
        <source>Foreseen by {network}</source>
        <translation>Vorhergesehen von {network}</translation>
    </message>
    <message>
        <source>Not foreseen: error {error}</source>
        <translation>Nicht vorhergesehen: Fehler {error}</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>The video, the frame a network foresaw, where it expected things to go, and where it was wrong.</source>
        <translation>Das Video, das vorhergesehene Bild, wohin sich nach Erwartung des Netzes alles bewegt und wo es falsch lag.</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Zwei mal zwei</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>In einer Reihe</translation>
    </message>
</context>
<context>
    <name>OverlaysPresenter</name>
    <message>
        <source>This could not be computed; what went wrong is in the log (Help, Open the log folder).</source>
        <translation>Das konnte nicht berechnet werden; was schiefging, steht im Protokoll (Hilfe, Ordner des Protokolls öffnen).</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The whole video, and which part of it the timeline shows</source>
        <translation>Das ganze Video und der Teil davon, den die Zeitleiste zeigt</translation>
    </message>
    <message>
        <source>Drag the frame to move, its edges to zoom; click to go there</source>
        <translation>Rahmen ziehen verschiebt, Ränder ziehen vergrößert; ein Klick geht dorthin</translation>
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
    <name>PlayerView</name>
    <message>
        <source>near this frame…</source>
        <translation>nahe diesem Bild …</translation>
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
    <name>ReactionDialog</name>
    <message>
        <source>Reaction time</source>
        <translation>Reaktionszeit</translation>
    </message>
    <message>
        <source>The square that flashes</source>
        <translation>Das Quadrat, das aufleuchtet</translation>
    </message>
    <message>
        <source>Press Space each time the square lights up, as you press {set_in} and {set_out} while playing.</source>
        <translation>Jedes Mal die Leertaste drücken, wenn das Quadrat aufleuchtet, so wie {set_in} und {set_out} beim Abspielen.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>In use now: {} ms.</source>
        <translation>Jetzt in Gebrauch: {} ms.</translation>
    </message>
    <message>
        <source>Not in use yet.</source>
        <translation>Noch nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>{} presses are needed.</source>
        <translation>Nötig: {} Tastendrücke.</translation>
    </message>
    <message>
        <source>You are {} ms late.</source>
        <translation>Verzögerung: {} ms.</translation>
    </message>
    <message>
        <source>{} ms.</source>
        <translation>{} ms.</translation>
    </message>
    <message>
        <source>Only after the square lights up.</source>
        <translation>Erst wenn das Quadrat aufleuchtet.</translation>
    </message>
    <message>
        <source>{} more.</source>
        <translation>Noch {}.</translation>
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
        <source>Press {analyze} to find activities,
then correct them on the timeline</source>
        <translation>{analyze} drücken, um Aktivitäten zu finden,
dann auf der Zeitleiste korrigieren</translation>
    </message>
    <message>
        <source>1. Open a video
2. Find its activities ({analyze})
3. Correct them on the timeline</source>
        <translation>1. Ein Video öffnen
2. Aktivitäten finden ({analyze})
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
        <source>At</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Akteur</translation>
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
        <source>Details</source>
        <translation>Details</translation>
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
    <name>SignalLanesView</name>
    <message>
        <source>Signal lanes</source>
        <translation>Signalkurven</translation>
    </message>
</context>
<context>
    <name>SimilarPresenter</name>
    <message>
        <source>Like {time}</source>
        <translation>Wie {time}</translation>
    </message>
    <message>
        <source>No other moment could be compared; add videos, or let features be computed for more of them</source>
        <translation>Kein anderer Moment war zu vergleichen; Videos hinzufügen oder Merkmale für mehr von ihnen berechnen lassen</translation>
    </message>
    <message>
        <source>No features of this video are known yet; analyse it ({analyze}), or press Compute below</source>
        <translation>Von diesem Video sind noch keine Merkmale bekannt; es auswerten ({analyze}) oder unten auf „Berechnen“ drücken</translation>
    </message>
</context>
<context>
    <name>SimilarView</name>
    <message>
        <source>Network whose features are compared</source>
        <translation>Netz, dessen Merkmale verglichen werden</translation>
    </message>
    <message>
        <source>Whose features are compared, and in how many videos they are known</source>
        <translation>Wessen Merkmale verglichen werden und in wie vielen Videos sie bekannt sind</translation>
    </message>
    <message>
        <source>No moments yet</source>
        <translation>Noch keine Momente</translation>
    </message>
    <message>
        <source>Select a segment, or set in and out points ({set_in} and {set_out}), and press {find_similar}</source>
        <translation>Ein Segment wählen oder In- und Out-Punkt setzen ({set_in} und {set_out}), dann {find_similar} drücken</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message>
        <source>{0} videos</source>
        <translation>{0} Videos</translation>
    </message>
    <message>
        <source> Compute for 1 video</source>
        <translation> Für 1 Video berechnen</translation>
    </message>
    <message>
        <source> Compute for {0} videos</source>
        <translation> Für {0} Videos berechnen</translation>
    </message>
    <message>
        <source>Lets the network look at them in the background, for this search only</source>
        <translation>Lässt das Netz sie im Hintergrund ansehen, nur für diese Suche</translation>
    </message>
    <message>
        <source>{0} of {1} videos were searched.</source>
        <translation>{0} von {1} Videos durchsucht.</translation>
    </message>
    <message>
        <source>Enter opens · A or a label&apos;s key labels · Del leaves out</source>
        <translation>Eingabe öffnet · A oder die Taste eines Labels gibt ein Label · Entf lässt weg</translation>
    </message>
    <message>
        <source>Similar moments</source>
        <translation>Ähnliche Momente</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Label as the current label (A)</source>
        <translation>Das aktuelle Label geben (A)</translation>
    </message>
    <message>
        <source>Leave out (Del)</source>
        <translation>Weglassen (Entf)</translation>
    </message>
    <message>
        <source>{when}, {video}, {share} alike</source>
        <translation>{when}, {video}, {share} ähnlich</translation>
    </message>
    <message>
        <source>{moment}, labelled {label}</source>
        <translation>{moment}, gelabelt als {label}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop a video here, or press {add_videos}</source>
        <translation>Ein Video hierher ziehen oder {add_videos} drücken</translation>
    </message>
    <message>
        <source>Then find its activities ({analyze}), and correct them on the timeline</source>
        <translation>Dann Aktivitäten finden ({analyze}) und auf der Zeitleiste korrigieren</translation>
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
    <name>SubjectEdit</name>
    <message>
        <source>Subject</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Who does it; type a name or choose one that is known, and press Enter</source>
        <translation>Wer es tut; einen Namen eintippen oder einen bekannten wählen und Eingabe drücken</translation>
    </message>
    <message>
        <source>Several subjects</source>
        <translation>Mehrere Akteure</translation>
    </message>
    <message>
        <source>nobody said</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>{0}, played beside</source>
        <translation>{0}, läuft daneben</translation>
    </message>
    <message>
        <source>Click, then ← → moves only this video; Enter aligns it here</source>
        <translation>Anklicken, dann bewegt ← → nur dieses Video; Eingabe richtet es hier aus</translation>
    </message>
    <message>
        <source>Align here</source>
        <translation>Hier ausrichten</translation>
    </message>
    <message>
        <source>These two frames show the same moment (Enter)</source>
        <translation>Diese zwei Bilder zeigen denselben Moment (Eingabe)</translation>
    </message>
    <message>
        <source>Do not play {0} beside</source>
        <translation>{0} nicht daneben abspielen</translation>
    </message>
    <message>
        <source>moved by {0} frames</source>
        <translation>um {0} Bilder verschoben</translation>
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
    <message>
        <source>playhead</source>
        <translation>Abspielposition</translation>
    </message>
    <message>
        <source>in point</source>
        <translation>In-Punkt</translation>
    </message>
    <message>
        <source>out point</source>
        <translation>Out-Punkt</translation>
    </message>
    <message>
        <source>first frame</source>
        <translation>erstes Bild</translation>
    </message>
    <message>
        <source>end of the video</source>
        <translation>Ende des Videos</translation>
    </message>
    <message>
        <source>predicted start of {}</source>
        <translation>vorhergesagter Anfang von {}</translation>
    </message>
    <message>
        <source>start of {}</source>
        <translation>Anfang von {}</translation>
    </message>
    <message>
        <source>predicted end of {}</source>
        <translation>vorhergesagtes Ende von {}</translation>
    </message>
    <message>
        <source>end of {}</source>
        <translation>Ende von {}</translation>
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
        <source>Press {analyze} to find activities, or add a label and drag across its row</source>
        <translation>{analyze} drücken, um Aktivitäten zu finden, oder ein Label anlegen und in seiner Zeile ziehen</translation>
    </message>
    <message>
        <source>Nothing on the timeline yet</source>
        <translation>Noch nichts auf der Zeitleiste</translation>
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
    <name>TrackPresenter</name>
    <message>
        <source>Rename track</source>
        <translation>Spur umbenennen</translation>
    </message>
    <message>
        <source>Name of this track</source>
        <translation>Name dieser Spur</translation>
    </message>
    <message>
        <source>Label on this track</source>
        <translation>Auf dieser Spur labeln</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>A row for each label</source>
        <translation>Eine Zeile je Label</translation>
    </message>
    <message>
        <source>Pack rows</source>
        <translation>Zeilen verdichten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete track</source>
        <translation>Spur löschen</translation>
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
        <source>variable frame rate (VFR)</source>
        <translation>wechselnde Bildrate (VFR)</translation>
    </message>
    <message>
        <source>constant frame rate (CFR)</source>
        <translation>feste Bildrate (CFR)</translation>
    </message>
    <message>
        <source>{frames} frames, {rate} per second, {kind}</source>
        <translation>{frames} Bilder, {rate} je Sekunde, {kind}</translation>
    </message>
    <message>
        <source>Every frame was checked</source>
        <translation>Jedes Bild wurde geprüft</translation>
    </message>
    <message>
        <source>Frames are still being checked</source>
        <translation>Die Bilder werden noch geprüft</translation>
    </message>
    <message>
        <source>Activities were searched</source>
        <translation>Aktivitäten wurden gesucht</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>{share} reviewed</source>
        <translation>{share} durchgesehen</translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation>Noch nicht durchgesehen</translation>
    </message>
    <message>
        <source>Added {when}</source>
        <translation>Hinzugefügt {when}</translation>
    </message>
</context>
<context>
    <name>VideoPane</name>
    <message>
        <source>Add videos</source>
        <translation>Videos hinzufügen</translation>
    </message>
    <message>
        <source>Find a video or label…</source>
        <translation>Video oder Label suchen …</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>Noch keine Videos</translation>
    </message>
    <message>
        <source>Which videos are shown</source>
        <translation>Welche Videos gezeigt werden</translation>
    </message>
    <message>
        <source>All videos</source>
        <translation>Alle Videos</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Nicht ausgewertet</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht durchgesehen</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Mit Problemen</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>Fehlende Dateien</translation>
    </message>
    <message>
        <source>Order of the videos</source>
        <translation>Reihenfolge der Videos</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Hinzugefügt am</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>State: what needs you first</source>
        <translation>Zustand: Offenes zuerst</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>Umgekehrte Reihenfolge</translation>
    </message>
    <message>
        <source>Play {0} videos, one after another</source>
        <translation>{0} Videos nacheinander abspielen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Search a folder for all missing files…</source>
        <translation>Alle fehlenden Dateien in einem Ordner suchen …</translation>
    </message>
    <message>
        <source>Remove {0} videos</source>
        <translation>{0} Videos entfernen</translation>
    </message>
    <message>
        <source>Remove from project</source>
        <translation>Aus dem Projekt entfernen</translation>
    </message>
    <message>
        <source>Drop files or folders here, or press +</source>
        <translation>Dateien oder Ordner hierher ziehen oder + drücken</translation>
    </message>
    <message>
        <source>None of the videos is shown: choose “All videos”, or clear the search</source>
        <translation>Keines der Videos wird gezeigt: „Alle Videos“ wählen oder die Suche leeren</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation>Aktivitäten finden …</translation>
    </message>
    <message>
        <source>Play beside the open video</source>
        <translation>Neben dem offenen Video abspielen</translation>
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
    <name>VolumeView</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Volume {0} %</source>
        <translation>Lautstärke {0} %</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>Dieses Video hat keinen Ton</translation>
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
    <name>_Cells</name>
    <message>
        <source>add…</source>
        <translation>hinzufügen …</translation>
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
        <source>Add marker</source>
        <translation>Marke setzen</translation>
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
        <source>Boundary at surprise peak</source>
        <translation>Grenze an Überraschungsspitze</translation>
    </message>
    <message>
        <source>Calibrate reaction time…</source>
        <translation>Reaktionszeit messen …</translation>
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
        <source>Compare tracks…</source>
        <translation>Spuren vergleichen …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete and close the gap</source>
        <translation>Löschen und Lücke schließen</translation>
    </message>
    <message>
        <source>Delete marker</source>
        <translation>Marke löschen</translation>
    </message>
    <message>
        <source>Delete track</source>
        <translation>Spur löschen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit labels…</source>
        <translation>Labels bearbeiten …</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Bild vergrößern</translation>
    </message>
    <message>
        <source>Export annotations…</source>
        <translation>Annotationen exportieren …</translation>
    </message>
    <message>
        <source>Export segments as clips…</source>
        <translation>Segmente als Clips exportieren…</translation>
    </message>
    <message>
        <source>Export time budget…</source>
        <translation>Zeitbudget exportieren…</translation>
    </message>
    <message>
        <source>Extend selection to next segment</source>
        <translation>Auswahl um nächstes Segment erweitern</translation>
    </message>
    <message>
        <source>Extend selection to previous segment</source>
        <translation>Auswahl um voriges Segment erweitern</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Fewer surprise peaks</source>
        <translation>Weniger Überraschungsspitzen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Fill gap</source>
        <translation>Lücke füllen</translation>
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
        <source>Find missing files…</source>
        <translation>Fehlende Dateien suchen …</translation>
    </message>
    <message>
        <source>Find shot cuts</source>
        <translation>Schnitte finden</translation>
    </message>
    <message>
        <source>Find similar moments</source>
        <translation>Ähnliche Momente finden</translation>
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
        <source>Fit the picture</source>
        <translation>Bild einpassen</translation>
    </message>
    <message>
        <source>Fold or open track</source>
        <translation>Spur ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Future strip</source>
        <translation>Zukunftsstreifen</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to frame or time…</source>
        <translation>Zu Bild oder Zeit gehen …</translation>
    </message>
    <message>
        <source>Heat map of the decision</source>
        <translation>Heatmap der Entscheidung</translation>
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
        <source>Label on the next track</source>
        <translation>Auf der nächsten Spur labeln</translation>
    </message>
    <message>
        <source>Labels with scores</source>
        <translation>Labels mit Werten</translation>
    </message>
    <message>
        <source>Lane: Agreement</source>
        <translation>Kurve: Übereinstimmung</translation>
    </message>
    <message>
        <source>Lane: Label</source>
        <translation>Kurve: Label</translation>
    </message>
    <message>
        <source>Lane: Look</source>
        <translation>Kurve: Aussehen</translation>
    </message>
    <message>
        <source>Lane: Motion</source>
        <translation>Kurve: Bewegung</translation>
    </message>
    <message>
        <source>Lane: Scores</source>
        <translation>Kurve: Werte</translation>
    </message>
    <message>
        <source>Lane: Sound</source>
        <translation>Kurve: Ton</translation>
    </message>
    <message>
        <source>Lane: Surprise</source>
        <translation>Kurve: Überraschung</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Learn from corrections</source>
        <translation>Aus Korrekturen lernen</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Loop around edge</source>
        <translation>Um Kante wiederholen</translation>
    </message>
    <message>
        <source>Loop margin…</source>
        <translation>Rand der Wiederholung …</translation>
    </message>
    <message>
        <source>Loop selection</source>
        <translation>Auswahl wiederholen</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Mark as not reviewed</source>
        <translation>Als nicht durchgesehen markieren</translation>
    </message>
    <message>
        <source>Mark range as reviewed</source>
        <translation>Bereich als durchgesehen markieren</translation>
    </message>
    <message>
        <source>Mark video as reviewed</source>
        <translation>Video als durchgesehen markieren</translation>
    </message>
    <message>
        <source>Markers…</source>
        <translation>Marken …</translation>
    </message>
    <message>
        <source>More surprise peaks</source>
        <translation>Mehr Überraschungsspitzen</translation>
    </message>
    <message>
        <source>Move track down</source>
        <translation>Spur nach unten</translation>
    </message>
    <message>
        <source>Move track up</source>
        <translation>Spur nach oben</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Name marker…</source>
        <translation>Marke benennen …</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>New track</source>
        <translation>Neue Spur</translation>
    </message>
    <message>
        <source>Next boundary</source>
        <translation>Nächste Grenze</translation>
    </message>
    <message>
        <source>Next disagreement</source>
        <translation>Nächste Abweichung</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Next prediction to judge</source>
        <translation>Nächste offene Vorhersage</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>Nächstes Segment</translation>
    </message>
    <message>
        <source>Next segment in the project</source>
        <translation>Nächstes Segment im Projekt</translation>
    </message>
    <message>
        <source>Next stretch not reviewed</source>
        <translation>Nächster nicht durchgesehener Abschnitt</translation>
    </message>
    <message>
        <source>Next surprise peak</source>
        <translation>Nächste Überraschungsspitze</translation>
    </message>
    <message>
        <source>Nudge edge one frame back</source>
        <translation>Kante ein Bild zurück</translation>
    </message>
    <message>
        <source>Nudge edge one frame forward</source>
        <translation>Kante ein Bild vor</translation>
    </message>
    <message>
        <source>Nudge edge ten frames back</source>
        <translation>Kante zehn Bilder zurück</translation>
    </message>
    <message>
        <source>Nudge edge ten frames forward</source>
        <translation>Kante zehn Bilder vor</translation>
    </message>
    <message>
        <source>Nudge start, end or both</source>
        <translation>Anfang, Ende oder beides schieben</translation>
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
        <source>Optical flow</source>
        <translation>Optischer Fluss</translation>
    </message>
    <message>
        <source>Overlaps trim the neighbour</source>
        <translation>Überlappung kürzt den Nachbarn</translation>
    </message>
    <message>
        <source>Overlay settings</source>
        <translation>Einblendungen einstellen</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Einblendungen</translation>
    </message>
    <message>
        <source>Overview strip</source>
        <translation>Übersichtsleiste</translation>
    </message>
    <message>
        <source>Pack rows of all tracks</source>
        <translation>Zeilen aller Spuren verdichten</translation>
    </message>
    <message>
        <source>Pack rows of track</source>
        <translation>Zeilen der Spur verdichten</translation>
    </message>
    <message>
        <source>Paste at playhead</source>
        <translation>An Abspielposition einfügen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Picture at 100 %</source>
        <translation>Bild auf 100 %</translation>
    </message>
    <message>
        <source>Picture at 200 %</source>
        <translation>Bild auf 200 %</translation>
    </message>
    <message>
        <source>Plain video</source>
        <translation>Nur das Video</translation>
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
        <source>Play videos beside this one…</source>
        <translation>Videos daneben abspielen …</translation>
    </message>
    <message>
        <source>Predicted frame</source>
        <translation>Vorhergesagtes Bild</translation>
    </message>
    <message>
        <source>Previous boundary</source>
        <translation>Vorige Grenze</translation>
    </message>
    <message>
        <source>Previous disagreement</source>
        <translation>Vorige Abweichung</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriges Feld</translation>
    </message>
    <message>
        <source>Previous prediction to judge</source>
        <translation>Vorige offene Vorhersage</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>Voriges Segment</translation>
    </message>
    <message>
        <source>Previous segment in the project</source>
        <translation>Voriges Segment im Projekt</translation>
    </message>
    <message>
        <source>Previous stretch not reviewed</source>
        <translation>Voriger nicht durchgesehener Abschnitt</translation>
    </message>
    <message>
        <source>Previous surprise peak</source>
        <translation>Vorige Überraschungsspitze</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
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
        <source>Rename track…</source>
        <translation>Spur umbenennen …</translation>
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
        <source>See more of the picture&apos;s bottom</source>
        <translation>Bildausschnitt nach unten</translation>
    </message>
    <message>
        <source>See more of the picture&apos;s left</source>
        <translation>Bildausschnitt nach links</translation>
    </message>
    <message>
        <source>See more of the picture&apos;s right</source>
        <translation>Bildausschnitt nach rechts</translation>
    </message>
    <message>
        <source>See more of the picture&apos;s top</source>
        <translation>Bildausschnitt nach oben</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Select all of this label</source>
        <translation>Alle mit diesem Label auswählen</translation>
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
        <source>Shrink the picture</source>
        <translation>Bild verkleinern</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Signal lanes</source>
        <translation>Signalkurven</translation>
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
        <source>Track</source>
        <translation>Spur</translation>
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
        <source>Add label</source>
        <translation>Label anlegen</translation>
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
        <source>Add marker</source>
        <translation>Marke setzen</translation>
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
        <source>Add track {}</source>
        <translation>Spur {} anlegen</translation>
    </message>
    <message>
        <source>Add {}</source>
        <translation>{} hinzufügen</translation>
    </message>
    <message>
        <source>Add {} videos</source>
        <translation>{} Videos hinzufügen</translation>
    </message>
    <message>
        <source>Align {}</source>
        <translation>{} ausrichten</translation>
    </message>
    <message>
        <source>Arrange labels</source>
        <translation>Labels ordnen</translation>
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
        <source>Clear subject</source>
        <translation>Akteur leeren</translation>
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
        <source>Delete and close the gap</source>
        <translation>Löschen und Lücke schließen</translation>
    </message>
    <message>
        <source>Delete label {}</source>
        <translation>Label {} löschen</translation>
    </message>
    <message>
        <source>Delete marker</source>
        <translation>Marke löschen</translation>
    </message>
    <message>
        <source>Delete track {}</source>
        <translation>Spur {} löschen</translation>
    </message>
    <message>
        <source>Delete {} markers</source>
        <translation>{} Marken löschen</translation>
    </message>
    <message>
        <source>Delete {} segments</source>
        <translation>{} Segmente löschen</translation>
    </message>
    <message>
        <source>Delete {} segments and close the gap</source>
        <translation>{} Segmente löschen und Lücke schließen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate {} segments</source>
        <translation>{} Segmente duplizieren</translation>
    </message>
    <message>
        <source>Extend to neighbour</source>
        <translation>Bis zum Nachbarn ausdehnen</translation>
    </message>
    <message>
        <source>Fill gap with {}</source>
        <translation>Lücke mit {} füllen</translation>
    </message>
    <message>
        <source>Follow the checked frames</source>
        <translation>Den geprüften Bildern folgen</translation>
    </message>
    <message>
        <source>Import {} label</source>
        <translation>{} Label importieren</translation>
    </message>
    <message>
        <source>Import {} labels</source>
        <translation>{} Labels importieren</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Label a similar moment as {}</source>
        <translation>Ähnlichen Moment labeln als {}</translation>
    </message>
    <message>
        <source>Mark as not reviewed</source>
        <translation>Als nicht durchgesehen markieren</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als durchgesehen markieren</translation>
    </message>
    <message>
        <source>Merge {} into {}</source>
        <translation>{} in {} aufgehen lassen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move edge</source>
        <translation>Kante verschieben</translation>
    </message>
    <message>
        <source>Move marker</source>
        <translation>Marke verschieben</translation>
    </message>
    <message>
        <source>Move {} segments</source>
        <translation>{} Segmente verschieben</translation>
    </message>
    <message>
        <source>Name marker</source>
        <translation>Marke benennen</translation>
    </message>
    <message>
        <source>Nudge end</source>
        <translation>Ende schieben</translation>
    </message>
    <message>
        <source>Nudge segment</source>
        <translation>Segment schieben</translation>
    </message>
    <message>
        <source>Nudge start</source>
        <translation>Anfang schieben</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste {} segments</source>
        <translation>{} Segmente einfügen</translation>
    </message>
    <message>
        <source>Propose {}</source>
        <translation>{} vorschlagen</translation>
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
        <source>Relink {} videos</source>
        <translation>{} Videos neu verknüpfen</translation>
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
        <source>Rename track to {}</source>
        <translation>Spur umbenennen in {}</translation>
    </message>
    <message>
        <source>Rename {} to {}</source>
        <translation>{} umbenennen in {}</translation>
    </message>
    <message>
        <source>Reorder tracks</source>
        <translation>Spuren umordnen</translation>
    </message>
    <message>
        <source>Set attributes</source>
        <translation>Merkmale setzen</translation>
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
        <source>Set subject {}</source>
        <translation>Akteur {} setzen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>pushes {}</source>
        <translation>schiebt {}</translation>
    </message>
    <message>
        <source>removes {}</source>
        <translation>entfernt {}</translation>
    </message>
    <message>
        <source>trims {}</source>
        <translation>kürzt {}</translation>
    </message>
    <message>
        <source>{} segments</source>
        <translation>{} Segmente</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A file cannot be used: {why}.</source>
        <translation>Eine Datei kann nicht verwendet werden: {why}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this; close other programs and try again.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht; andere Programme schließen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>it does not exist; check the name</source>
        <translation>es gibt sie nicht; den Namen prüfen</translation>
    </message>
    <message>
        <source>it is a folder; give the name of a file</source>
        <translation>das ist ein Ordner; den Namen einer Datei angeben</translation>
    </message>
    <message>
        <source>its name is too long; choose a shorter one</source>
        <translation>der Name ist zu lang; einen kürzeren wählen</translation>
    </message>
    <message>
        <source>part of its path is no folder; check the name</source>
        <translation>ein Teil des Pfads ist kein Ordner; den Namen prüfen</translation>
    </message>
    <message>
        <source>that disk is read-only; choose another place</source>
        <translation>das Laufwerk ist schreibgeschützt; einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>the disk is full; make room and try again</source>
        <translation>das Laufwerk ist voll; Platz schaffen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>too many files are open; close some programs and try again</source>
        <translation>zu viele Dateien sind offen; einige Programme schließen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>you may not do that there; choose another place</source>
        <translation>dort fehlt die Erlaubnis dazu; einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>your disk quota is used up; make room and try again</source>
        <translation>das Speicherkontingent ist aufgebraucht; Platz schaffen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>“{name}” cannot be used: {why}.</source>
        <translation>„{name}“ kann nicht verwendet werden: {why}.</translation>
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
    <name>lanes</name>
    <message>
        <source>Lanes</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Hide {}</source>
        <translation>{} ausblenden</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>All lanes: {}</source>
        <translation>Alle Kurven: {}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>No label yet: add one in the Labels list</source>
        <translation>Noch kein Label: eines in der Liste der Labels anlegen</translation>
    </message>
    <message>
        <source>No run knows “{}”: choose another label, or find activities ({analyze})</source>
        <translation>Kein Lauf kennt „{}“: ein anderes Label wählen oder Aktivitäten finden ({analyze})</translation>
    </message>
    <message>
        <source>No scores yet: find activities ({analyze})</source>
        <translation>Noch keine Werte: Aktivitäten finden ({analyze})</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Run mobahi2009 to see what looks alike ({analyze})</source>
        <translation>mobahi2009 laufen lassen, um zu sehen, was ähnlich aussieht ({analyze})</translation>
    </message>
    <message>
        <source>Run patraucean2015 to see surprise ({analyze})</source>
        <translation>patraucean2015 laufen lassen, um Überraschung zu sehen ({analyze})</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Stopped: hide and show the lane to try again</source>
        <translation>Abgebrochen: die Kurve aus- und einblenden, um es noch einmal zu versuchen</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>The video file is not where it was: find it in the Library</source>
        <translation>Die Videodatei ist nicht mehr dort, wo sie war: sie in der Bibliothek suchen</translation>
    </message>
    <message>
        <source>This failed: hide and show the lane to try again</source>
        <translation>Das schlug fehl: die Kurve aus- und einblenden, um es noch einmal zu versuchen</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>Dieses Video hat keinen Ton</translation>
    </message>
    <message>
        <source>Two tracks are needed: find activities twice, or label what a run found</source>
        <translation>Zwei Spuren sind nötig: zweimal Aktivitäten finden oder labeln, was ein Lauf fand</translation>
    </message>
    <message>
        <source>{} tracks</source>
        <translation>{} Spuren</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>{} peaks</source>
        <translation>{} Spitzen</translation>
    </message>
    <message>
        <source>1 peak</source>
        <translation>1 Spitze</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>1 activity</source>
        <translation>1 Aktivität</translation>
    </message>
    <message>
        <source>1 file that is no video ({names})</source>
        <translation>1 Datei, die kein Video ist ({names})</translation>
    </message>
    <message>
        <source>1 segment</source>
        <translation>1 Segment</translation>
    </message>
    <message>
        <source>1 shot cut found; it is the tick at the top of the ruler.</source>
        <translation>1 Schnitt gefunden; es ist der Strich oben am Lineal.</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message>
        <source>1 video was found again.</source>
        <translation>1 Video wurde wiedergefunden.</translation>
    </message>
    <message>
        <source>1 was in the project already</source>
        <translation>1 war schon im Projekt</translation>
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
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Checking every frame of {name}</source>
        <translation>Jedes Bild von {name} wird geprüft</translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors);;All files (*)</source>
        <translation>Checkpoints (*.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Comparing files</source>
        <translation>Dateien werden verglichen</translation>
    </message>
    <message>
        <source>Computing features of {videos}</source>
        <translation>Merkmale werden berechnet: {videos}</translation>
    </message>
    <message>
        <source>Copied to {path}.</source>
        <translation>Kopiert nach {path}.</translation>
    </message>
    <message>
        <source>Everything further back was reviewed.</source>
        <translation>Weiter hinten ist alles durchgesehen.</translation>
    </message>
    <message>
        <source>Everything further on was reviewed.</source>
        <translation>Weiter vorn ist alles durchgesehen.</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>Annotationen exportieren</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Export segments as clips</source>
        <translation>Segmente als Clips exportieren</translation>
    </message>
    <message>
        <source>Export time budget</source>
        <translation>Zeitbudget exportieren</translation>
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
        <source>Frame {frame} cannot be read ({error}); check that the file is there.</source>
        <translation>Bild {frame} kann nicht gelesen werden ({error}); prüfen, ob die Datei da ist.</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Annotationen importieren</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Labels importieren</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>In and out points are taken as they come from now on.</source>
        <translation>In- und Out-Punkte gelten ab jetzt so, wie sie kommen.</translation>
    </message>
    <message>
        <source>In and out points set while playing are taken {count} ms earlier from now on.</source>
        <translation>In- und Out-Punkte, die beim Abspielen gesetzt werden, gelten ab jetzt {count} ms früher.</translation>
    </message>
    <message>
        <source>In exclusive groups: {what}.</source>
        <translation>In Gruppen, die sich ausschließen: {what}.</translation>
    </message>
    <message>
        <source>Labels (*.json);;All files (*)</source>
        <translation>Labels (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Labels added: {added}, changed: {changed}.</source>
        <translation>Labels angelegt: {added}, geändert: {changed}.</translation>
    </message>
    <message>
        <source>Labels written to {path}: {count}.</source>
        <translation>Labels geschrieben, {path}: {count}.</translation>
    </message>
    <message>
        <source>Learned {count} labels in {seconds:.0f} s (F-score {score:.2f} step by step, on {on}). Now all videos are looked through.</source>
        <translation>{count} Labels in {seconds:.0f} s gelernt (F-Maß {score:.2f} Schritt für Schritt, auf {on}). Jetzt werden alle Videos durchgesehen.</translation>
    </message>
    <message>
        <source>Learning from corrections</source>
        <translation>Lernen aus Korrekturen</translation>
    </message>
    <message>
        <source>Left out: {what}.</source>
        <translation>Ausgelassen: {what}.</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Looking for cuts in {name}</source>
        <translation>Schnitte in {name} werden gesucht</translation>
    </message>
    <message>
        <source>Looking for networks</source>
        <translation>Netze werden gesucht</translation>
    </message>
    <message>
        <source>Looking for similar moments</source>
        <translation>Ähnliche Momente werden gesucht</translation>
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
        <source>No file is missing: every video is where it was.</source>
        <translation>Keine Datei fehlt: jedes Video ist dort, wo es war.</translation>
    </message>
    <message>
        <source>No marker stands at the playhead; {next_marker} goes to the next one.</source>
        <translation>An der Abspielposition steht keine Marke; {next_marker} geht zur nächsten.</translation>
    </message>
    <message>
        <source>No peak lies inside this segment; choose another, or lower the limit of the peaks.</source>
        <translation>In diesem Segment liegt keine Spitze; ein anderes wählen oder die Grenze der Spitzen senken.</translation>
    </message>
    <message>
        <source>No prediction is left to judge further back.</source>
        <translation>Weiter hinten ist keine Vorhersage mehr offen.</translation>
    </message>
    <message>
        <source>No prediction is left to judge further on.</source>
        <translation>Weiter vorn ist keine Vorhersage mehr offen.</translation>
    </message>
    <message>
        <source>None of these videos is where it was; find the missing files first ({find_missing}).</source>
        <translation>Keines dieser Videos ist mehr dort, wo es war; zuerst die fehlenden Dateien suchen ({find_missing}).</translation>
    </message>
    <message>
        <source>Not in the file: {what}.</source>
        <translation>Nicht in der Datei: {what}.</translation>
    </message>
    <message>
        <source>Nothing here is marked as reviewed.</source>
        <translation>Hier ist nichts als durchgesehen markiert.</translation>
    </message>
    <message>
        <source>Only {first} has {one} and only {second} has {other}, for {length} s.</source>
        <translation>Nur {first} hat {one} und nur {second} hat {other}, {length} s lang.</translation>
    </message>
    <message>
        <source>Only {track} has {labels}, for {length} s.</source>
        <translation>Nur {track} hat {labels}, {length} s lang.</translation>
    </message>
    <message>
        <source>Open a video first.</source>
        <translation>Zuerst ein Video öffnen.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Points are one frame long and cannot be joined; delete the ones you do not want.</source>
        <translation>Momente sind ein Bild lang und lassen sich nicht verbinden; die überzähligen löschen.</translation>
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
        <source>Searching {folder} for missing files</source>
        <translation>Fehlende Dateien werden in {folder} gesucht</translation>
    </message>
    <message>
        <source>Select a segment and put the playhead inside it to split it.</source>
        <translation>Zum Teilen ein Segment wählen und die Abspielposition hineinsetzen.</translation>
    </message>
    <message>
        <source>Select a segment, or set in and out points ({set_in} and {set_out}), to find moments like it.</source>
        <translation>Für ähnliche Momente ein Segment wählen oder In- und Out-Punkt setzen ({set_in} und {set_out}).</translation>
    </message>
    <message>
        <source>Select a segment, or set in and out points ({set_in} and {set_out}), to loop it.</source>
        <translation>Zum Wiederholen ein Segment wählen oder In- und Out-Punkt setzen ({set_in} und {set_out}).</translation>
    </message>
    <message>
        <source>Set an in point ({set_in}) and an out point ({set_out}) first, or drag in a row of the timeline.</source>
        <translation>Zuerst In-Punkt ({set_in}) und Out-Punkt ({set_out}) setzen oder in einer Zeile der Zeitleiste ziehen.</translation>
    </message>
    <message>
        <source>Set in and out points ({set_in} and {set_out}) around what you have looked at, or select segments, to mark it.</source>
        <translation>Zum Markieren In- und Out-Punkt ({set_in} und {set_out}) um das Durchgesehene setzen oder Segmente wählen.</translation>
    </message>
    <message>
        <source>That was marked as reviewed before.</source>
        <translation>Das war schon als durchgesehen markiert.</translation>
    </message>
    <message>
        <source>The file is not where it was; right-click to find it where it is now.</source>
        <translation>Die Datei ist nicht mehr dort, wo sie war; mit Rechtsklick suchen, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>There are no peaks: show the Surprise lane ({lane_surprise}) after a run of patraucean2015, or lower their limit.</source>
        <translation>Es gibt keine Spitzen: nach einem Lauf von patraucean2015 die Kurve „Überraschung“ zeigen ({lane_surprise}) oder ihre Grenze senken.</translation>
    </message>
    <message>
        <source>There are no segments on the clipboard; select some and copy them first.</source>
        <translation>In der Zwischenablage sind keine Segmente; zuerst welche wählen und kopieren.</translation>
    </message>
    <message>
        <source>There are no two tracks to compare; find activities ({analyze}) or label something yourself.</source>
        <translation>Es gibt keine zwei Spuren zum Vergleichen; Aktivitäten finden ({analyze}) oder selbst etwas labeln.</translation>
    </message>
    <message>
        <source>There is no edge yet to loop around; draw a segment, or find activities ({analyze}).</source>
        <translation>Es gibt noch keine Kante zum Wiederholen; ein Segment ziehen oder Aktivitäten finden ({analyze}).</translation>
    </message>
    <message>
        <source>There is no label yet; add one in the Labels list first.</source>
        <translation>Es gibt noch kein Label; zuerst eines in der Liste der Labels anlegen.</translation>
    </message>
    <message>
        <source>There is no marker further back.</source>
        <translation>Weiter hinten gibt es keine Marke.</translation>
    </message>
    <message>
        <source>There is no marker further on.</source>
        <translation>Weiter vorn gibt es keine Marke.</translation>
    </message>
    <message>
        <source>There is no marker yet; {add_marker} sets one at the playhead.</source>
        <translation>Es gibt noch keine Marke; {add_marker} setzt eine an der Abspielposition.</translation>
    </message>
    <message>
        <source>There is no peak after this frame.</source>
        <translation>Nach diesem Bild gibt es keine Spitze.</translation>
    </message>
    <message>
        <source>There is no peak before this frame.</source>
        <translation>Vor diesem Bild gibt es keine Spitze.</translation>
    </message>
    <message>
        <source>There is no segment further back in this project.</source>
        <translation>Weiter hinten gibt es in diesem Projekt kein Segment.</translation>
    </message>
    <message>
        <source>Time budget written to {path}.</source>
        <translation>Zeitbudget nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>{count} clips written to {folder}.</source>
        <translation>{count} Clips nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>{count} of them stay predictions: stronger ones exclude them at the same moment.</source>
        <translation>{count} davon bleiben Vorhersagen: Stärkere schließen sie im selben Moment aus.</translation>
    </message>
    <message>
        <source>{count} shot cuts found; they are the ticks at the top of the ruler.</source>
        <translation>{count} Schnitte gefunden; es sind die Striche oben am Lineal.</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>{count} Videos</translation>
    </message>
    <message>
        <source>{count} videos are not where they were; {find_missing} searches a folder for all of them.</source>
        <translation>{count} Videos sind nicht mehr dort, wo sie waren; {find_missing} sucht sie alle in einem Ordner.</translation>
    </message>
    <message>
        <source>{count} videos play beside this one already; close one of them first.</source>
        <translation>Neben diesem laufen schon {count} Videos; zuerst eines davon schließen.</translation>
    </message>
    <message>
        <source>{count} videos were found again.</source>
        <translation>{count} Videos wurden wiedergefunden.</translation>
    </message>
    <message>
        <source>{count} were in the project already</source>
        <translation>{count} waren schon im Projekt</translation>
    </message>
    <message>
        <source>{found} found in {name}. Drag their edges to correct them; {accept} accepts, {reject} rejects.</source>
        <translation>{found} in {name} gefunden. Kanten ziehen, um sie zu korrigieren; {accept} nimmt an, {reject} lehnt ab.</translation>
    </message>
    <message>
        <source>{lane} of {video}</source>
        <translation>{lane} von {video}</translation>
    </message>
    <message>
        <source>{network} is trained; {analyze} finds activities with it. {measured} of {rows} rows of the paper&apos;s table were measured; table and figures are in {folder}.</source>
        <translation>{network} ist trainiert; {analyze} findet damit Aktivitäten. {measured} von {rows} Zeilen der Tabelle wurden gemessen; Tabelle und Bilder liegen in {folder}.</translation>
    </message>
    <message>
        <source>{one} and {other} agree from here to the beginning.</source>
        <translation>{one} und {other} stimmen von hier bis zum Anfang überein.</translation>
    </message>
    <message>
        <source>{one} and {other} agree from here to the end.</source>
        <translation>{one} und {other} stimmen von hier bis zum Ende überein.</translation>
    </message>
    <message>
        <source>{share} of this video is reviewed.</source>
        <translation>{share} dieses Videos sind durchgesehen.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” is deleted with {what}; {undo} brings it back.</source>
        <translation>„{name}“ ist mit {what} gelöscht; {undo} bringt das zurück.</translation>
    </message>
    <message>
        <source>There is no other segment in this row on that side.</source>
        <translation>Auf dieser Seite gibt es in der Zeile kein weiteres Segment.</translation>
    </message>
    <message>
        <source>There is no segment further back.</source>
        <translation>Weiter hinten gibt es kein Segment.</translation>
    </message>
    <message>
        <source>There is no segment further on in this project.</source>
        <translation>Weiter vorn gibt es in diesem Projekt kein Segment.</translation>
    </message>
    <message>
        <source>There is no segment further on.</source>
        <translation>Weiter vorn gibt es kein Segment.</translation>
    </message>
    <message>
        <source>There is no track yet; label something, or press {new_track} for an empty one.</source>
        <translation>Es gibt noch keine Spur; etwas labeln oder {new_track} drücken für eine leere.</translation>
    </message>
    <message>
        <source>This moment is labelled already; {undo} takes that back.</source>
        <translation>Dieser Moment hat schon ein Label; {undo} nimmt das zurück.</translation>
    </message>
    <message>
        <source>This video has no run to remove.</source>
        <translation>Dieses Video hat keinen Lauf, den man entfernen könnte.</translation>
    </message>
    <message>
        <source>This video has one track to label on; {new_track} makes another.</source>
        <translation>Dieses Video hat eine Spur zum Labeln; {new_track} legt eine weitere an.</translation>
    </message>
    <message>
        <source>This video is not in the project any more; look for similar moments again.</source>
        <translation>Dieses Video ist nicht mehr im Projekt; noch einmal nach ähnlichen Momenten suchen.</translation>
    </message>
    <message>
        <source>Training {network}</source>
        <translation>{network} wird trainiert</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.avi *.mkv *.mov *.m4v *.mpg *.ts *.mts *.webm *.wmv *.flv *.gif);;All files (*)</source>
        <translation>Videos (*.mp4 *.avi *.mkv *.mov *.m4v *.mpg *.ts *.mts *.webm *.wmv *.flv *.gif);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Where is this video now?</source>
        <translation>Wo ist dieses Video jetzt?</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{count} activities</source>
        <translation>{count} Aktivitäten</translation>
    </message>
    <message>
        <source>{count} files that are no videos ({names})</source>
        <translation>{count} Dateien, die keine Videos sind ({names})</translation>
    </message>
    <message>
        <source>{count} more problems; `reelmark import` on the command line lists them all.</source>
        <translation>{count} weitere Probleme; `reelmark import` auf der Befehlszeile nennt sie alle.</translation>
    </message>
    <message>
        <source>{count} more videos could not be used.</source>
        <translation>{count} weitere Videos waren nicht zu verwenden.</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} Segmente</translation>
    </message>
    <message>
        <source>{name} exists already; open it, or choose another name.</source>
        <translation>{name} gibt es schon; es öffnen oder einen anderen Namen wählen.</translation>
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
    <name>reaction</name>
    <message>
        <source>The presses differ too much to mean anything; begin again.</source>
        <translation>Die Tastendrücke weichen zu stark ab, um etwas zu sagen; neu beginnen.</translation>
    </message>
    <message>
        <source>Too many presses came without a flash; begin again.</source>
        <translation>Zu viele Tastendrücke kamen ohne Aufleuchten; neu beginnen.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
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
        <source>In exclusive groups</source>
        <translation>In Gruppen, die sich ausschließen</translation>
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
        <source>Loop margin</source>
        <translation>Rand der Schleife</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
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
        <source>Overview strip</source>
        <translation>Übersichtsleiste</translation>
    </message>
    <message>
        <source>Played before and after a looped segment.</source>
        <translation>Wird vor und nach einem wiederholten Segment gespielt.</translation>
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
        <source>Reaction time</source>
        <translation>Reaktionszeit</translation>
    </message>
    <message>
        <source>Scores, surprise, motion, sound … under the tracks.</source>
        <translation>Werte, Überraschung, Bewegung, Ton … unter den Spuren.</translation>
    </message>
    <message>
        <source>Show the first steps</source>
        <translation>Erste Schritte zeigen</translation>
    </message>
    <message>
        <source>Signal lanes</source>
        <translation>Signalkurven</translation>
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
        <source>Taken off in and out keys while playing.</source>
        <translation>Wird beim Abspielen von Anfangs- und Endtaste abgezogen.</translation>
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
        <source>The whole video, below the timeline.</source>
        <translation>Das ganze Video, unter der Zeitleiste.</translation>
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
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>What becomes of a neighbour that would be overlapped.</source>
        <translation>Was mit einem Nachbarn geschieht, der überdeckt würde.</translation>
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
    <message>
        <source>Overlaps trim the neighbour</source>
        <translation>Überlappung kürzt den Nachbarn</translation>
    </message>
    <message>
        <source>Overlaps push the neighbour</source>
        <translation>Überlappen schiebt den Nachbarn</translation>
    </message>
    <message>
        <source>Overlaps are refused</source>
        <translation>Überlappen wird abgelehnt</translation>
    </message>
</context>
<context>
    <name>snap</name>
    <message>
        <source>marker</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>shot cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>surprise peak</source>
        <translation>Überraschungsspitze</translation>
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
    <name>told</name>
    <message>
        <source>Closing</source>
        <translation>Wird geschlossen</translation>
    </message>
    <message>
        <source>Comparing embeddings</source>
        <translation>Einbettungen werden verglichen</translation>
    </message>
    <message>
        <source>Comparing moments</source>
        <translation>Momente werden verglichen</translation>
    </message>
    <message>
        <source>Comparing tracks</source>
        <translation>Spuren werden verglichen</translation>
    </message>
    <message>
        <source>Comparing {}</source>
        <translation>{} wird verglichen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Einbettungen</translation>
    </message>
    <message>
        <source>Finding activities</source>
        <translation>Aktivitäten werden gesucht</translation>
    </message>
    <message>
        <source>Foreseeing</source>
        <translation>Wird vorhergesehen</translation>
    </message>
    <message>
        <source>Frame {}</source>
        <translation>Bild {}</translation>
    </message>
    <message>
        <source>Installing {}</source>
        <translation>{} wird eingerichtet</translation>
    </message>
    <message>
        <source>Loading the network</source>
        <translation>Netz wird geladen</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Wird angesehen</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Looking at {}</source>
        <translation>{} wird angesehen</translation>
    </message>
    <message>
        <source>Looking for cuts in {}</source>
        <translation>Schnitte in {} werden gesucht</translation>
    </message>
    <message>
        <source>Looking for features</source>
        <translation>Merkmale werden gesucht</translation>
    </message>
    <message>
        <source>Looking for motion</source>
        <translation>Bewegung wird gesucht</translation>
    </message>
    <message>
        <source>Looking for networks</source>
        <translation>Netze werden gesucht</translation>
    </message>
    <message>
        <source>Looking for {}</source>
        <translation>{} wird gesucht</translation>
    </message>
    <message>
        <source>Looking into {}</source>
        <translation>{} wird durchgesehen</translation>
    </message>
    <message>
        <source>Measuring motion</source>
        <translation>Bewegung wird gemessen</translation>
    </message>
    <message>
        <source>Measuring on footage left out</source>
        <translation>Messung an zurückgehaltenem Material</translation>
    </message>
    <message>
        <source>Opening {}</source>
        <translation>{} wird geöffnet</translation>
    </message>
    <message>
        <source>Optical flow</source>
        <translation>Optischer Fluss</translation>
    </message>
    <message>
        <source>Optical flow of {}</source>
        <translation>Optischer Fluss von {}</translation>
    </message>
    <message>
        <source>Picture of {}</source>
        <translation>Bild von {}</translation>
    </message>
    <message>
        <source>Pictures of {}</source>
        <translation>Bilder von {}</translation>
    </message>
    <message>
        <source>Placing what {} holds</source>
        <translation>Der Inhalt von {} wird eingeordnet</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Wird vorhergesagt</translation>
    </message>
    <message>
        <source>Reading the sound</source>
        <translation>Ton wird gelesen</translation>
    </message>
    <message>
        <source>Reading videos</source>
        <translation>Videos werden gelesen</translation>
    </message>
    <message>
        <source>Reading {}</source>
        <translation>{} wird gelesen</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Wird ausgegeben</translation>
    </message>
    <message>
        <source>Reproducing {}</source>
        <translation>{} wird reproduziert</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Searching {}</source>
        <translation>{} wird durchsucht</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Verifying frames</source>
        <translation>Bilder werden geprüft</translation>
    </message>
    <message>
        <source>Verifying images</source>
        <translation>Einzelbilder werden geprüft</translation>
    </message>
    <message>
        <source>Writing {}</source>
        <translation>{} wird geschrieben</translation>
    </message>
    <message>
        <source>{} more files or folders have problems; add fewer at once to read them.</source>
        <translation>{} weitere Dateien oder Ordner haben Probleme; weniger auf einmal hinzufügen, um sie zu lesen.</translation>
    </message>
    <message>
        <source>“{}” holds no videos; choose another folder.</source>
        <translation>„{}“ enthält keine Videos; einen anderen Ordner wählen.</translation>
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
        <source>Click a segment and drag its edges; {accept} accepts it, {reject} rejects it. Everything is on disk at once.</source>
        <translation>Ein Segment anklicken, Kanten ziehen; {accept} nimmt an, {reject} lehnt ab. Alles ist sofort gespeichert.</translation>
    </message>
    <message>
        <source>That was the whole way: open, analyse, correct. {show_help} opens the help.</source>
        <translation>Das war der ganze Weg: öffnen, auswerten, korrigieren. {show_help} öffnet die Hilfe.</translation>
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
        <source>Fetching the sample</source>
        <translation>Das Beispiel wird geholt</translation>
    </message>
</context>
</TS>
