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
        <source>Labels that were tuned keep their own numbers; those above are for all others</source>
        <translation>Abgestimmte Labels behalten ihre eigenen Werte; die obigen gelten für alle anderen</translation>
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
        <source>Use the tuned settings of {count} labels</source>
        <translation>Abgestimmte Einstellungen von {count} Labels verwenden</translation>
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
    <name>CalibrationPage</name>
    <message>
        <source>How many are right, by score</source>
        <translation>Wie viele stimmen, nach Wert</translation>
    </message>
    <message>
        <source>There are no scores that tell one segment from another.</source>
        <translation>Es gibt keine Werte, die ein Segment vom anderen unterscheiden.</translation>
    </message>
    <message>
        <source>A bar is the share of segments that are right, its dot what their scores say; apart by {error}.</source>
        <translation>Ein Balken ist der Anteil richtiger Segmente, sein Punkt das, was ihre Werte sagen; Abstand {error}.</translation>
    </message>
    <message>
        <source>Score {low} to {high}: {share} of {count} segments are right</source>
        <translation>Wert {low} bis {high}: {share} von {count} Segmenten stimmen</translation>
    </message>
    <message>
        <source>Score {low} to {high}</source>
        <translation>Wert {low} bis {high}</translation>
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
    <name>ChangeList</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
</context>
<context>
    <name>ChoiceView</name>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>The person whose tracks count as the truth</source>
        <translation>Die Person, deren Spuren als richtig gelten</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>Tick runs to compare them; a person who is ticked is the ceiling</source>
        <translation>Läufe ankreuzen, um sie zu vergleichen; eine angekreuzte Person ist die Obergrenze</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measures what is ticked, in all videos</source>
        <translation>Misst alles Angekreuzte in allen Videos</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Everything as a report with figures (HTML), a table (CSV) or JSON</source>
        <translation>Alles als Bericht mit Abbildungen (HTML), als Tabelle (CSV) oder JSON</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>{person}, a person</source>
        <translation>{person}, eine Person</translation>
    </message>
    <message>
        <source>{name} (1 video)</source>
        <translation>{name} (1 Video)</translation>
    </message>
    <message>
        <source>{name} ({count} videos)</source>
        <translation>{name} ({count} Videos)</translation>
    </message>
</context>
<context>
    <name>ClipsView</name>
    <message>
        <source>Previous place</source>
        <translation>Vorherige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
</context>
<context>
    <name>ComparePresenter</name>
    <message>
        <source>Compare tracks</source>
        <translation>Spuren vergleichen</translation>
    </message>
    <message>
        <source>{other} then says there what {name} says; undo takes it back</source>
        <translation>{other} sagt dort dann, was {name} sagt; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>No frame was reviewed on both tracks; review the same ones first.</source>
        <translation>Kein Bild ist auf beiden Spuren durchgesehen; zuerst dieselben durchsehen.</translation>
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
        <source>Agreement by label</source>
        <translation>Übereinstimmung je Label</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>This video</source>
        <translation>diesem Video</translation>
    </message>
    <message>
        <source>All videos</source>
        <translation>allen Videos</translation>
    </message>
    <message>
        <source>Videos that are compared</source>
        <translation>Videos, die verglichen werden</translation>
    </message>
    <message>
        <source>Tracks of the same names are compared in every video that has both</source>
        <translation>Gleichnamige Spuren werden in jedem Video verglichen, das beide hat</translation>
    </message>
    <message>
        <source>Tolerance at edges, in seconds</source>
        <translation>Toleranz an Grenzen, in Sekunden</translation>
    </message>
    <message>
        <source>Two edges this close together are the same edge</source>
        <translation>Zwei Grenzen, die so nah beieinander liegen, gelten als dieselbe</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Take what {name} says</source>
        <translation>{name} übernehmen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Nur {name}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Frames agreed</source>
        <translation>Gleiche Bilder</translation>
    </message>
    <message>
        <source>Same segments</source>
        <translation>Gleiche Segmente</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>Conflicts of the merge</source>
        <translation>Konflikte beim Zusammenführen</translation>
    </message>
    <message>
        <source>1 conflict. Nothing was lost: where both changed a segment, theirs is on a track of its own below yours.</source>
        <translation>1 Konflikt. Nichts ging verloren: wo beide ein Segment geändert haben, liegt die andere Fassung auf einer eigenen Spur unter der hiesigen.</translation>
    </message>
    <message>
        <source>{count} conflicts. Nothing was lost: where both changed a segment, theirs is on a track of its own below yours.</source>
        <translation>{count} Konflikte. Nichts ging verloren: wo beide ein Segment geändert haben, liegt die andere Fassung auf einer eigenen Spur unter der hiesigen.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>ConfusionPage</name>
    <message>
        <source>What is taken for what</source>
        <translation>Was wofür gehalten wird</translation>
    </message>
    <message>
        <source>Rows: the reference; columns: what was found. Percent of each row&apos;s frames.</source>
        <translation>Zeilen: die Referenz; Spalten: was gefunden wurde. Prozent der Bilder jeder Zeile.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Nothing taken for {name} here</source>
        <translation>Hier wird nichts für {name} gehalten</translation>
    </message>
    <message>
        <source>{name}: {count} frames agree, {share} of the row</source>
        <translation>{name}: {count} Bilder stimmen überein, {share} der Zeile</translation>
    </message>
    <message>
        <source>{name} taken for {other}: {count} frames, {share} of the row</source>
        <translation>{name} gehalten für {other}: {count} Bilder, {share} der Zeile</translation>
    </message>
    <message>
        <source>{name}: both agree</source>
        <translation>{name}: beide stimmen überein</translation>
    </message>
    <message>
        <source>{name} taken for {other}</source>
        <translation>{name} gehalten für {other}</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Curves of the training</source>
        <translation>Kurven des Trainings</translation>
    </message>
    <message>
        <source>Loss and scores are drawn here
while it learns</source>
        <translation>Verlust und Werte erscheinen hier,
während gelernt wird</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Labels whose curves are shown</source>
        <translation>Labels, deren Kurven gezeigt werden</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>Genauigkeit über Trefferquote</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>The reference has no segment, so there is no curve.</source>
        <translation>Die Referenz hat kein Segment, also gibt es keine Kurve.</translation>
    </message>
    <message>
        <source>Average precision: {labels}.</source>
        <translation>Mittlere Genauigkeit: {labels}.</translation>
    </message>
    <message>
        <source>Nothing was found of {label}.</source>
        <translation>Von {label} wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Best F1 {f1} at score {score}: precision {precision}, recall {recall}.</source>
        <translation>Bestes F1 {f1} beim Wert {score}: Genauigkeit {precision}, Trefferquote {recall}.</translation>
    </message>
    <message>
        <source>Diamonds: what people reach.</source>
        <translation>Rauten: was Menschen erreichen.</translation>
    </message>
</context>
<context>
    <name>DecodePanel</name>
    <message>
        <source>Settings of</source>
        <translation>Einstellungen von</translation>
    </message>
    <message>
        <source>Whose settings the sliders change: those of all labels, or of one</source>
        <translation>Wessen Einstellungen die Regler ändern: die aller Labels oder die eines einzelnen</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>All labels ({count} with their own)</source>
        <translation>Alle Labels ({count} mit eigenen)</translation>
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
    <name>EdgesPage</name>
    <message>
        <source>Errors of starts</source>
        <translation>Fehler der Anfänge</translation>
    </message>
    <message>
        <source>Errors of ends</source>
        <translation>Fehler der Enden</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Anfänge</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Enden</translation>
    </message>
    <message>
        <source>{what}: no segment of the reference was found.</source>
        <translation>{what}: Kein Segment der Referenz wurde gefunden.</translation>
    </message>
    <message>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <source>early</source>
        <translation>früh</translation>
    </message>
    <message>
        <source>{what}, in frames: half are off by {median} or less, nine in ten by {most}; {mean} too {late} on average.</source>
        <translation>{what}, in Bildern: die Hälfte weicht höchstens {median} ab, neun von zehn höchstens {most}; im Mittel {mean} zu {late}.</translation>
    </message>
    <message>
        <source>{frames} frames or fewer</source>
        <translation>{frames} Bilder oder weniger</translation>
    </message>
    <message>
        <source>{frames} frames or more</source>
        <translation>{frames} Bilder oder mehr</translation>
    </message>
    <message>
        <source>{frames} frames</source>
        <translation>{frames} Bilder</translation>
    </message>
    <message>
        <source>{low} to {high} frames</source>
        <translation>{low} bis {high} Bilder</translation>
    </message>
    <message>
        <source>{range} off: {count} segments</source>
        <translation>{range} daneben: {count} Segmente</translation>
    </message>
    <message>
        <source>Starts {range} off</source>
        <translation>Anfänge {range} daneben</translation>
    </message>
    <message>
        <source>Ends {range} off</source>
        <translation>Enden {range} daneben</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Touched by {name}</source>
        <translation>Von {name} bearbeitet</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Noch nicht beurteilt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>Von Hand gezeichnet</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Von Personen</translation>
    </message>
    <message>
        <source>Made by networks</source>
        <translation>Von Netzen</translation>
    </message>
    <message>
        <source>Filter by who made it</source>
        <translation>Nach Urheber filtern</translation>
    </message>
    <message>
        <source>Show segments by who made them</source>
        <translation>Segmente nach Urheber zeigen</translation>
    </message>
    <message>
        <source>Other segments turn faint, and keys pass over them</source>
        <translation>Andere Segmente werden blass, und Tasten überspringen sie</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Select them</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select every segment that is shown in full</source>
        <translation>Alle Segmente auswählen, die nicht blass sind</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>{count} of {total} segments</source>
        <translation>{count} von {total} Segmenten</translation>
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
    <name>LabelsPage</name>
    <message>
        <source>Figures of each label</source>
        <translation>Zahlen jedes Labels</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Frame F1</source>
        <translation>F1 der Bilder</translation>
    </message>
    <message>
        <source>{label}: right</source>
        <translation>{label}: richtig</translation>
    </message>
    <message>
        <source>{label}: extra</source>
        <translation>{label}: zu viel</translation>
    </message>
    <message>
        <source>{label}: missed</source>
        <translation>{label}: verfehlt</translation>
    </message>
    <message>
        <source>{label}: missed or extra</source>
        <translation>{label}: verfehlt oder zu viel</translation>
    </message>
</context>
<context>
    <name>LearnView</name>
    <message>
        <source>Training, changes, versions</source>
        <translation>Training, Änderungen, Fassungen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Anhalten und das Beste behalten</translation>
    </message>
    <message>
        <source>Learn from corrections</source>
        <translation>Aus Korrekturen lernen</translation>
    </message>
    <message>
        <source>Nothing is otherwise</source>
        <translation>Nichts ist anders</translation>
    </message>
    <message>
        <source>Nothing is proposed</source>
        <translation>Nichts ist vorgeschlagen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>Correct some segments, then press {improve}</source>
        <translation>Einige Segmente korrigieren, dann {improve} drücken</translation>
    </message>
    <message>
        <source>What learning changed shows here
before it is taken ({improve})</source>
        <translation>Was das Lernen geändert hat, steht hier,
bevor es übernommen wird ({improve})</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The new version takes the place of the one before</source>
        <translation>Die neue Version tritt an die Stelle der vorigen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The new version is put away; it stays among the versions</source>
        <translation>Die neue Version wird weggelegt; sie bleibt unter den Versionen</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>From so many examples</source>
        <translation>Aus so vielen Beispielen</translation>
    </message>
    <message>
        <source>Step by step, on videos kept apart where there were enough</source>
        <translation>Schritt für Schritt, an zurückgehaltenen Videos, wo es genug gab</translation>
    </message>
    <message>
        <source>Nothing was learned yet</source>
        <translation>Noch wurde nichts gelernt</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Zu dieser Version zurückgehen</translation>
    </message>
</context>
<context>
    <name>LearningPresenter</name>
    <message>
        <source>{new} new, {gone} gone, {moved} moved, {same} as before, in 1 video</source>
        <translation>{new} neu, {gone} weg, {moved} verschoben, {same} wie vorher, in 1 Video</translation>
    </message>
    <message>
        <source>{new} new, {gone} gone, {moved} moved, {same} as before, in {count} videos</source>
        <translation>{new} neu, {gone} weg, {moved} verschoben, {same} wie zuvor, in {count} Videos</translation>
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
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
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
    <name>MeasurePresenter</name>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Nobody has labelled anything yet, so there is nothing to measure against.</source>
        <translation>Noch hat niemand etwas gelabelt, also gibt es nichts, woran gemessen werden könnte.</translation>
    </message>
    <message>
        <source>There is no run and no second person to measure yet.</source>
        <translation>Es gibt noch keinen Lauf und keine zweite Person, die gemessen werden könnten.</translation>
    </message>
    <message>
        <source>Choose what to measure, and press Measure.</source>
        <translation>Wählen Sie, was gemessen werden soll, und drücken Sie „Messen“.</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(entfernt)</translation>
    </message>
    <message>
        <source>{name}, {time}, {length} s</source>
        <translation>{name}, {time}, {length} s</translation>
    </message>
</context>
<context>
    <name>MeasureView</name>
    <message>
        <source>Whose figures are shown</source>
        <translation>Wessen Zahlen gezeigt werden</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>{title} (1 place)</source>
        <translation>{title} (1 Stelle)</translation>
    </message>
    <message>
        <source>{title} ({count} places)</source>
        <translation>{title} ({count} Stellen)</translation>
    </message>
    <message>
        <source>{name} (ceiling)</source>
        <translation>{name} (Obergrenze)</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> Bilder</translation>
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
    <name>ProgressView</name>
    <message>
        <source>Progress by label or by video</source>
        <translation>Fortschritt nach Label oder nach Video</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Predictions of each label that were judged, and that are left</source>
        <translation>Vorhersagen jedes Labels, die beurteilt und die noch offen sind</translation>
    </message>
    <message>
        <source>Predictions in each video that were judged, and that are left</source>
        <translation>Vorhersagen in jedem Video, die beurteilt und die noch offen sind</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the most helpful one</source>
        <translation>Eingabetaste oder Doppelklick führt zur nützlichsten</translation>
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
    <name>ReviewProgress</name>
    <message>
        <source>{name}: {judged} judged, {left} left</source>
        <translation>{name}: {judged} beurteilt, {left} offen</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts durchzusehen</translation>
    </message>
    <message>
        <source>Stop reviewing</source>
        <translation>Durchsicht beenden</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>Durchsicht beginnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Review a stretch from end to end ({mark_range_reviewed}) to know better what is missed.</source>
        <translation>Sehen Sie einen Abschnitt ganz durch ({mark_range_reviewed}), um besser zu wissen, was fehlt.</translation>
    </message>
    <message>
        <source>This list may not reach F1</source>
        <translation>Diese Liste reicht vielleicht nicht bis F1</translation>
    </message>
    <message>
        <source>About {count} left ({fewest}+) to F1</source>
        <translation>Noch etwa {count} ({fewest}+) bis F1</translation>
    </message>
    <message>
        <source>{count} left to F1</source>
        <translation>Noch {count} bis F1</translation>
    </message>
    <message>
        <source>About {count} left ({fewest}–{most}) to F1</source>
        <translation>Noch etwa {count} ({fewest}–{most}) bis F1</translation>
    </message>
    <message>
        <source>Find activities ({analyze}), then judge here
what helps the timeline most</source>
        <translation>Aktivitäten finden ({analyze}), dann hier beurteilen,
was der Zeitachse am meisten hilft</translation>
    </message>
    <message>
        <source>Target F1</source>
        <translation>Ziel-F1</translation>
    </message>
    <message>
        <source>How good the timeline shall be: F1, where segments match by half or more</source>
        <translation>Wie gut die Zeitleiste werden soll: F1, wobei Segmente zur Hälfte oder mehr übereinstimmen müssen</translation>
    </message>
    <message>
        <source>Review up to F1</source>
        <translation>Durchsehen bis F1</translation>
    </message>
    <message>
        <source>From this list alone; learning from your answers meanwhile usually makes it fewer</source>
        <translation>Nur mit dieser Liste; wird zwischendurch aus Ihren Antworten gelernt, sind es meist weniger</translation>
    </message>
    <message>
        <source>F1 about {now} ({low}–{high}), estimated: {precision} right, {recall} found</source>
        <translation>F1 etwa {now} ({low}–{high}), geschätzt: {precision} richtig, {recall} gefunden</translation>
    </message>
    <message>
        <source>An estimate: of what stands there {precision} is right, of what happens {recall} is found.
Nine times in ten F1 is in the range in brackets, which shrinks as you answer.</source>
        <translation>Eine Schätzung: Von dem, was dasteht, sind {precision} richtig; von dem, was geschieht, sind {recall} gefunden.
In neun von zehn Fällen liegt F1 im Bereich in Klammern, der mit Ihren Antworten schmaler wird.</translation>
    </message>
    <message>
        <source>This reaches F1</source>
        <translation>Das erreicht F1</translation>
    </message>
    <message>
        <source>This probably reaches F1</source>
        <translation>Erreicht ist wahrscheinlich F1</translation>
    </message>
    <message>
        <source>This list cannot reach F1</source>
        <translation>Diese Liste erreicht nicht F1</translation>
    </message>
    <message>
        <source>{accept} right · {reject} wrong · {review_next} next · {clear_in_out} leaves</source>
        <translation>{accept} richtig · {reject} falsch · {review_next} weiter · {clear_in_out} verlässt</translation>
    </message>
    <message>
        <source>{nudge_back} and {nudge_forward} move the edge, {cycle_edge} takes the other one, a label&apos;s key relabels</source>
        <translation>{nudge_back} und {nudge_forward} verschieben die Kante, {cycle_edge} nimmt die andere, die Taste eines Labels ändert das Label</translation>
    </message>
    <message>
        <source>What to review, the most helpful first</source>
        <translation>Was durchzusehen ist, das Hilfreichste zuerst</translation>
    </message>
    <message>
        <source>maybe missed</source>
        <translation>vielleicht übersehen</translation>
    </message>
    <message>
        <source>start unsure</source>
        <translation>Anfang unsicher</translation>
    </message>
    <message>
        <source>end unsure</source>
        <translation>Ende unsicher</translation>
    </message>
    <message>
        <source>rare label</source>
        <translation>seltenes Label</translation>
    </message>
    <message>
        <source>only in an older run</source>
        <translation>nur in einem älteren Lauf</translation>
    </message>
    <message>
        <source>runs disagree</source>
        <translation>Läufe uneins</translation>
    </message>
    <message>
        <source>Boundary unsure {unsure} × rare label {rare} × runs disagree {apart} = gain {gain}</source>
        <translation>Grenze unsicher {unsure} × seltenes Label {rare} × Läufe uneins {apart} = Gewinn {gain}</translation>
    </message>
    <message>
        <source>Boundary unsure {unsure} × rare label {rare} × runs disagree {apart} × only in an older run {older} = gain {gain}</source>
        <translation>Grenze unsicher {unsure} × seltenes Label {rare} × Läufe uneins {apart} × nur in einem älteren Lauf {older} = Gewinn {gain}</translation>
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
        <source>Sliders</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>Apply to all videos</source>
        <translation>Auf alle Videos anwenden</translation>
    </message>
    <message>
        <source>All runs of the same network and weights take these settings</source>
        <translation>Alle Durchläufe mit demselben Netz und denselben Gewichten übernehmen diese Einstellungen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the settings from before the sliders moved</source>
        <translation>Zurück zu den Einstellungen, bevor die Regler bewegt wurden</translation>
    </message>
    <message>
        <source>Show the sliders</source>
        <translation>Regler zeigen</translation>
    </message>
    <message>
        <source>Hide the sliders</source>
        <translation>Regler ausblenden</translation>
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
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Vorher</translation>
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
    <name>TuningDialog</name>
    <message>
        <source>Tuned settings</source>
        <translation>Abgestimmte Einstellungen</translation>
    </message>
    <message>
        <source>Right is a segment that overlaps one of yours by half. The figures are of the videos it was tuned on; on others it may do less well. Undo brings the old segments back.</source>
        <translation>Richtig ist ein Segment, das sich zur Hälfte mit einem von Ihnen deckt. Die Werte gelten für die Videos, auf denen abgestimmt wurde; bei anderen kann das Ergebnis schlechter sein. Rückgängig bringt die alten Segmente zurück.</translation>
    </message>
    <message>
        <source>Apply to {count} videos</source>
        <translation>Auf {count} Videos anwenden</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Minimum length</source>
        <translation>Mindestlänge</translation>
    </message>
    <message>
        <source>Merge gap</source>
        <translation>Zu schließende Lücke</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Settings of each label</source>
        <translation>Einstellungen je Label</translation>
    </message>
    <message>
        <source>Too few examples; it keeps what all labels have</source>
        <translation>Zu wenige Beispiele; es behält, was für alle Labels gilt</translation>
    </message>
    <message>
        <source>As good as the examples can tell; nothing changes</source>
        <translation>So gut, wie die Beispiele es erkennen lassen; nichts ändert sich</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>zu wenige</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
</context>
<context>
    <name>TuningPresenter</name>
    <message>
        <source>Correct segments and mark what you looked at as reviewed ({mark_range_reviewed}): precision, recall and F1 then stand here.</source>
        <translation>Berichtigen Sie Segmente und markieren Sie Gesehenes als durchgesehen ({mark_range_reviewed}): Dann stehen hier Genauigkeit, Trefferquote und F1.</translation>
    </message>
    <message>
        <source>In what was reviewed of this video: segments that overlap yours by half.
Frame by frame: precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}</source>
        <translation>Im durchgesehenen Teil dieses Videos: Segmente, die sich zur Hälfte mit Ihren decken.
Bild für Bild: Genauigkeit {precision:.2f}, Trefferquote {recall:.2f}, F1 {f1:.2f}</translation>
    </message>
    <message>
        <source>Find the best settings of each label on reviewed videos ({tune})</source>
        <translation>Auf durchgesehenen Videos die besten Einstellungen für jedes Label finden ({tune})</translation>
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
        <source>Predictions: {judged} judged, {left} left</source>
        <translation>Vorhersagen: {judged} beurteilt, {left} offen</translation>
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
    <name>WaysButton</name>
    <message>
        <source>How it learns</source>
        <translation>Wie gelernt wird</translation>
    </message>
    <message>
        <source>Fine-tune the network below too</source>
        <translation>Auch das Netz darunter feinabstimmen</translation>
    </message>
    <message>
        <source>Its last layers learn as well: slow without a GPU, and every video is looked at anew</source>
        <translation>Auch seine letzten Schichten lernen: langsam ohne GPU, und jedes Video wird neu angesehen</translation>
    </message>
    <message>
        <source>Neighbouring moments are alike</source>
        <translation>Benachbarte Momente sind ähnlich</translation>
    </message>
    <message>
        <source>Learns from the footage without labels, too, that what follows each other is alike</source>
        <translation>Lernt auch aus dem Material ohne Labels, dass sich ähnelt, was aufeinander folgt</translation>
    </message>
    <message>
        <source>First foretell all footage</source>
        <translation>Zuerst alles Material vorhersagen</translation>
    </message>
    <message>
        <source>Before the labels, learns without any to foretell what comes next</source>
        <translation>Lernt vor den Labels ohne sie vorherzusagen, was als Nächstes kommt</translation>
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
        <source>Back to the last one reviewed</source>
        <translation>Zurück zum zuletzt Durchgesehenen</translation>
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
        <source>Filter by who made it</source>
        <translation>Nach Urheber filtern</translation>
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
        <source>Measure…</source>
        <translation>Messen …</translation>
    </message>
    <message>
        <source>Merge another project…</source>
        <translation>Anderes Projekt zusammenführen …</translation>
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
        <source>Next to review</source>
        <translation>Nächstes zur Durchsicht</translation>
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
        <source>Refuse what was learned</source>
        <translation>Gelerntes verwerfen</translation>
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
        <source>Review predictions</source>
        <translation>Vorhersagen durchsehen</translation>
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
        <source>Take what was learned</source>
        <translation>Gelerntes übernehmen</translation>
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
        <source>Tune thresholds and lengths</source>
        <translation>Schwellen und Längen abstimmen</translation>
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
        <source>Apply settings</source>
        <translation>Einstellungen anwenden</translation>
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
        <source>Go back to {}</source>
        <translation>Zurück zu {}</translation>
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
        <source>Merge {}</source>
        <translation>{} zusammenführen</translation>
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
        <source>Put older predictions away</source>
        <translation>Ältere Vorhersagen weglegen</translation>
    </message>
    <message>
        <source>Refuse what was learned</source>
        <translation>Gelerntes verwerfen</translation>
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
        <source>Take over {} segments</source>
        <translation>{} Segmente übernehmen</translation>
    </message>
    <message>
        <source>Take what was learned</source>
        <translation>Gelerntes übernehmen</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>Tune settings</source>
        <translation>Einstellungen abstimmen</translation>
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
    <name>measures</name>
    <message>
        <source>Average mAP</source>
        <translation>Mittlere mAP</translation>
    </message>
    <message>
        <source>Average mAP, tIoU .3 to .7</source>
        <translation>Mittlere mAP, tIoU 0,3 bis 0,7</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Edit score</source>
        <translation>Edit-Wert</translation>
    </message>
    <message>
        <source>End error, median</source>
        <translation>Fehler der Enden, Median</translation>
    </message>
    <message>
        <source>Frame F1</source>
        <translation>F1 der Bilder</translation>
    </message>
    <message>
        <source>Frame precision</source>
        <translation>Genauigkeit der Bilder</translation>
    </message>
    <message>
        <source>Frame recall</source>
        <translation>Trefferquote der Bilder</translation>
    </message>
    <message>
        <source>Hit@1 of whole videos</source>
        <translation>Hit@1 ganzer Videos</translation>
    </message>
    <message>
        <source>Hit@3 of whole videos</source>
        <translation>Hit@3 ganzer Videos</translation>
    </message>
    <message>
        <source>Segment F1@10</source>
        <translation>Segment-F1@10</translation>
    </message>
    <message>
        <source>Segment F1@25</source>
        <translation>Segment-F1@25</translation>
    </message>
    <message>
        <source>Segment F1@50</source>
        <translation>Segment-F1@50</translation>
    </message>
    <message>
        <source>Segment precision, tIoU .5</source>
        <translation>Genauigkeit der Segmente, tIoU 0,5</translation>
    </message>
    <message>
        <source>Segment recall, tIoU .5</source>
        <translation>Trefferquote der Segmente, tIoU 0,5</translation>
    </message>
    <message>
        <source>Start error, median</source>
        <translation>Fehler der Anfänge, Median</translation>
    </message>
    <message>
        <source>mAP, tIoU .5</source>
        <translation>mAP, tIoU 0,5</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>1 activity</source>
        <translation>1 Aktivität</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>1 file that is no video ({names})</source>
        <translation>1 Datei, die kein Video ist ({names})</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
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
        <source>Applying settings</source>
        <translation>Einstellungen werden angewendet</translation>
    </message>
    <message>
        <source>Back at {name}; the next training goes on from it.</source>
        <translation>Zurück bei {name}; das nächste Training macht damit weiter.</translation>
    </message>
    <message>
        <source>Both changed the label {mine}; yours stays, theirs was {theirs}.</source>
        <translation>Beide haben das Label {mine} geändert; Ihres bleibt, das andere war {theirs}.</translation>
    </message>
    <message>
        <source>Both changed the marker {mine}; theirs ({theirs}) is there as well.</source>
        <translation>Beide haben die Marke {mine} geändert; die andere ({theirs}) ist auch da.</translation>
    </message>
    <message>
        <source>Both changed the settings of the run {mine}; yours stay.</source>
        <translation>Beide haben die Einstellungen des Durchlaufs {mine} geändert; Ihre bleiben.</translation>
    </message>
    <message>
        <source>Both changed {mine}; theirs ({theirs}) is on “{track}”.</source>
        <translation>Beide haben {mine} geändert; das andere ({theirs}) liegt auf „{track}“.</translation>
    </message>
    <message>
        <source>Both moved the video {mine} on the common clock; yours stays.</source>
        <translation>Beide haben das Video {mine} auf der gemeinsamen Uhr verschoben; Ihr Wert bleibt.</translation>
    </message>
    <message>
        <source>Both renamed the track {mine}; yours stays, theirs was {theirs}.</source>
        <translation>Beide haben die Spur {mine} umbenannt; Ihr Name bleibt, der andere war {theirs}.</translation>
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
        <source>Comparing tracks</source>
        <translation>Spuren werden verglichen</translation>
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
        <source>Draw, accept or correct segments: each is an example to learn from.</source>
        <translation>Segmente zeichnen, annehmen oder korrigieren: jedes ist ein Beispiel zum Lernen.</translation>
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
        <source>Everything in {name} is here already.</source>
        <translation>Alles aus {name} ist schon hier.</translation>
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
        <source>Export measurement</source>
        <translation>Messung exportieren</translation>
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
        <source>Learning from corrections</source>
        <translation>Lernen aus Korrekturen</translation>
    </message>
    <message>
        <source>Learning is under way already.</source>
        <translation>Das Lernen läuft schon.</translation>
    </message>
    <message>
        <source>Learning was cancelled; the best so far is kept among the versions.</source>
        <translation>Das Lernen wurde abgebrochen; das bisher Beste bleibt unter den Versionen.</translation>
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
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Merge another project</source>
        <translation>Anderes Projekt zusammenführen</translation>
    </message>
    <message>
        <source>Merging {name}</source>
        <translation>{name} wird zusammengeführt</translation>
    </message>
    <message>
        <source>More would help: {labels}.</source>
        <translation>Mehr würden helfen: {labels}.</translation>
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
        <source>Nobody said where “{label}” is in this video.</source>
        <translation>Niemand hat angegeben, wo „{label}“ in diesem Video ist.</translation>
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
        <source>Nothing is gained by other settings, as far as the examples tell.</source>
        <translation>Soweit die Beispiele es erkennen lassen, bringen andere Einstellungen nichts.</translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation>Es ist nichts mehr durchzusehen.</translation>
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
        <source>Refuse</source>
        <translation>Verwerfen</translation>
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
        <source>Report with figures (*.html);;Table (*.csv);;Everything as JSON (*.json)</source>
        <translation>Bericht mit Abbildungen (*.html);;Tabelle (*.csv);;Alles als JSON (*.json)</translation>
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
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>That track is not there any more; choose another reference.</source>
        <translation>Diese Spur gibt es nicht mehr; wählen Sie eine andere Referenz.</translation>
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
        <source>The measurement is written to {path}.</source>
        <translation>Die Messung steht in {path}.</translation>
    </message>
    <message>
        <source>The scores of {videos} are not cached any more; find activities there again.</source>
        <translation>Die Bewertungen von {videos} sind nicht mehr zwischengespeichert; suchen Sie dort erneut nach Aktivitäten.</translation>
    </message>
    <message>
        <source>The weights of this version are not where they were ({path}).</source>
        <translation>Die Gewichte dieser Version sind nicht, wo sie waren ({path}).</translation>
    </message>
    <message>
        <source>Theirs ({theirs}) overlaps what excludes it; it is on “{track}”.</source>
        <translation>Das andere ({theirs}) überlappt, was es ausschließt; es liegt auf „{track}“.</translation>
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
        <source>There is nothing to tune yet; find activities first ({analyze}).</source>
        <translation>Es gibt noch nichts abzustimmen; suchen Sie zuerst nach Aktivitäten ({analyze}).</translation>
    </message>
    <message>
        <source>These settings are in use already.</source>
        <translation>Diese Einstellungen gelten bereits.</translation>
    </message>
    <message>
        <source>They deleted what you changed; yours ({mine}) stays.</source>
        <translation>Dort wurde gelöscht, was Sie geändert haben; Ihres ({mine}) bleibt.</translation>
    </message>
    <message>
        <source>They removed {mine}, but it is in use here; it stays.</source>
        <translation>Dort wurde {mine} entfernt, wird hier aber gebraucht; es bleibt.</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Das ist das erste.</translation>
    </message>
    <message>
        <source>This video is not in the project any more.</source>
        <translation>Dieses Video ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>Time budget written to {path}.</source>
        <translation>Zeitbudget nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>Too few examples of {labels}: two are needed.</source>
        <translation>Zu wenige Beispiele von {labels}: zwei sind nötig.</translation>
    </message>
    <message>
        <source>Tuned on what people reviewed ({videos}).</source>
        <translation>Abgestimmt auf Durchgesehenem ({videos}).</translation>
    </message>
    <message>
        <source>Tuned on what training kept apart ({videos}).</source>
        <translation>Abgestimmt auf dem, was beim Training beiseitegelegt wurde ({videos}).</translation>
    </message>
    <message>
        <source>Tuning settings</source>
        <translation>Einstellungen werden abgestimmt</translation>
    </message>
    <message>
        <source>What was learned is put away; it stays among the versions.</source>
        <translation>Das Gelernte ist weggelegt; es bleibt unter den Versionen.</translation>
    </message>
    <message>
        <source>What was learned is taken; {undo} takes that back.</source>
        <translation>Das Gelernte ist übernommen; {undo} nimmt das zurück.</translation>
    </message>
    <message>
        <source>What was learned last is neither taken nor refused yet: look at what it changed, then decide.</source>
        <translation>Das zuletzt Gelernte ist noch weder übernommen noch verworfen: ansehen, was sich geändert hat, dann entscheiden.</translation>
    </message>
    <message>
        <source>You deleted the track of {theirs}; it is on “{track}”.</source>
        <translation>Sie haben die Spur von {theirs} gelöscht; es liegt auf „{track}“.</translation>
    </message>
    <message>
        <source>You deleted what they changed; theirs ({theirs}) is on “{track}”.</source>
        <translation>Sie haben gelöscht, was dort geändert wurde; das andere ({theirs}) liegt auf „{track}“.</translation>
    </message>
    <message>
        <source>You judged a prediction otherwise than they did; yours ({mine}) stays, theirs was {theirs}.</source>
        <translation>Sie haben eine Vorhersage anders beurteilt; Ihr Urteil ({mine}) bleibt, das andere war {theirs}.</translation>
    </message>
    <message>
        <source>You removed {theirs}, but they use it; it is back.</source>
        <translation>Sie haben {theirs} entfernt, dort wird es aber gebraucht; es ist wieder da.</translation>
    </message>
    <message>
        <source>a removed run</source>
        <translation>ein entfernter Lauf</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>von Hand erstellt</translation>
    </message>
    <message>
        <source>made by {author}</source>
        <translation>erstellt von {author}</translation>
    </message>
    <message>
        <source>made {when}</source>
        <translation>erstellt {when}</translation>
    </message>
    <message>
        <source>{count} clips written to {folder}.</source>
        <translation>{count} Clips nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} Beispiele</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} Labels</translation>
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
        <source>{found} found. What is new, gone or moved is listed under Changes: {take_learned} takes it, {refuse_learned} refuses it.</source>
        <translation>{found} gefunden. Was neu, weg oder verschoben ist, steht unter Änderungen: {take_learned} übernimmt es, {refuse_learned} verwirft es.</translation>
    </message>
    <message>
        <source>{lane} of {video}</source>
        <translation>{lane} von {video}</translation>
    </message>
    <message>
        <source>{name} ({count} more)</source>
        <translation>{name} (noch {count})</translation>
    </message>
    <message>
        <source>{name} merged: {added} segments added, {changed} changed, {removed} removed. {undo} takes it back; {backup} is the project as it was.</source>
        <translation>{name} zusammengeführt: {added} Segmente neu, {changed} geändert, {removed} entfernt. {undo} nimmt es zurück; {backup} ist das Projekt, wie es war.</translation>
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
        <source>{videos} decoded anew; {undo} brings the old segments back.</source>
        <translation>{videos} neu ausgewertet; {undo} bringt die alten Segmente zurück.</translation>
    </message>
    <message>
        <source>{weights}, learned from {data} ({digest})</source>
        <translation>{weights}, gelernt aus {data} ({digest})</translation>
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
        <source>Learned {labels} in {seconds:.0f} s; F1 {score:.2f}.</source>
        <translation>{labels} in {seconds:.0f} s gelernt; F1 {score:.2f}.</translation>
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
        <source>{examples} of {labels}.</source>
        <translation>{examples} für {labels}.</translation>
    </message>
    <message>
        <source>{found} found. Correct what is wrong: {accept} accepts, {reject} rejects. Then learn again ({improve}).</source>
        <translation>{found} gefunden. Berichtigen Sie, was falsch ist: {accept} nimmt an, {reject} lehnt ab. Lernen Sie dann erneut ({improve}).</translation>
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
        <source>{name}, shipped with the program</source>
        <translation>{name}, mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>{name}, trained here, {when}</source>
        <translation>{name}, hier trainiert, {when}</translation>
    </message>
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
        <source>embeddings</source>
        <translation>Einbettungen</translation>
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
        <source>next frames</source>
        <translation>nächste Bilder</translation>
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
        <source>00sequences.txt of {1} says nothing of {2}; take the official list.</source>
        <translation>00sequences.txt von {1} sagt nichts über {2}; die offizielle Liste nehmen.</translation>
    </message>
    <message>
        <source>3D-ConvNet and LSTM, actions of one person</source>
        <translation>3D-ConvNet und LSTM, Handlungen einer Person</translation>
    </message>
    <message>
        <source>A label needs a name; type one, or delete the label.</source>
        <translation>Ein Label braucht einen Namen; einen eintippen oder das Label löschen.</translation>
    </message>
    <message>
        <source>A report ends in .html, .csv or .json; {1} does not, so give {2}.html, say.</source>
        <translation>Ein Bericht endet auf .html, .csv oder .json, {1} nicht; etwa {2}.html angeben.</translation>
    </message>
    <message>
        <source>A track needs a name; type one, or cancel.</source>
        <translation>Eine Spur braucht einen Namen; einen eintippen oder abbrechen.</translation>
    </message>
    <message>
        <source>Activities by an LSTM over clip features</source>
        <translation>Aktivitäten, von einem LSTM über Clip-Merkmale</translation>
    </message>
    <message>
        <source>Activities by an LSTM over frame features</source>
        <translation>Aktivitäten, von einem LSTM über Bildmerkmale</translation>
    </message>
    <message>
        <source>ActivityNet 1.3</source>
        <translation>ActivityNet 1.3</translation>
    </message>
    <message>
        <source>ActivityNet 1.3 ground truth and results (JSON)</source>
        <translation>ActivityNet 1.3, Referenz und Ergebnisse (JSON)</translation>
    </message>
    <message>
        <source>Another program has changed this meanwhile; look at it again and repeat your change.</source>
        <translation>Ein anderes Programm hat das inzwischen geändert; noch einmal ansehen und die Änderung wiederholen.</translation>
    </message>
    <message>
        <source>Another program is writing to “{1}”; wait until it is done and try again.</source>
        <translation>Ein anderes Programm schreibt gerade in „{1}“; warten, bis es fertig ist, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Both changed the label {1}; yours stays, theirs was {2}.</source>
        <translation>Beide haben das Label {1} geändert; die eigene Fassung bleibt, die andere war {2}.</translation>
    </message>
    <message>
        <source>Both changed the marker {1}; theirs ({2}) is there as well.</source>
        <translation>Beide haben die Marke {1} geändert; die andere Fassung ({2}) steht auch da.</translation>
    </message>
    <message>
        <source>Both changed the settings of the run {1}; yours stay.</source>
        <translation>Beide haben die Einstellungen des Laufs {1} geändert; die eigenen bleiben.</translation>
    </message>
    <message>
        <source>Both changed {1}; theirs ({2}) is on “{3}”.</source>
        <translation>Beide haben {1} geändert; die andere Fassung ({2}) liegt auf „{3}“.</translation>
    </message>
    <message>
        <source>Both moved the video {1} on the common clock; yours stays.</source>
        <translation>Beide haben das Video {1} auf der gemeinsamen Uhr verschoben; der eigene Stand bleibt.</translation>
    </message>
    <message>
        <source>Both renamed the track {1}; yours stays, theirs was {2}.</source>
        <translation>Beide haben die Spur {1} umbenannt; der eigene Name bleibt, der andere war {2}.</translation>
    </message>
    <message>
        <source>C3D, 487 sports</source>
        <translation>C3D, 487 Sportarten</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Choose another label to merge this one with.</source>
        <translation>Ein anderes Label wählen, in dem dieses aufgehen soll.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Wird geschlossen</translation>
    </message>
    <message>
        <source>Comma-separated values, one line per segment</source>
        <translation>Kommagetrennte Werte, eine Zeile je Segment</translation>
    </message>
    <message>
        <source>Comparing embeddings</source>
        <translation>Einbettungen werden verglichen</translation>
    </message>
    <message>
        <source>Comparing frames</source>
        <translation>Bilder werden verglichen</translation>
    </message>
    <message>
        <source>Comparing moments</source>
        <translation>Momente werden verglichen</translation>
    </message>
    <message>
        <source>Comparing sequences</source>
        <translation>Abfolgen werden verglichen</translation>
    </message>
    <message>
        <source>Comparing tracks</source>
        <translation>Spuren werden verglichen</translation>
    </message>
    <message>
        <source>Comparing with {1}</source>
        <translation>Vergleich mit {1}</translation>
    </message>
    <message>
        <source>Comparing {1}</source>
        <translation>{1} wird verglichen</translation>
    </message>
    <message>
        <source>Counting segments</source>
        <translation>Segmente werden gezählt</translation>
    </message>
    <message>
        <source>Damaged in {1} place.</source>
        <translation>Beschädigt an {1} Stelle.</translation>
    </message>
    <message>
        <source>Damaged in {1} places.</source>
        <translation>Beschädigt an {1} Stellen.</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät ist belegt</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Frame F1</source>
        <translation>F1 der Bilder</translation>
    </message>
    <message>
        <source>Frame precision</source>
        <translation>Genauigkeit der Bilder</translation>
    </message>
    <message>
        <source>Frame recall</source>
        <translation>Trefferquote der Bilder</translation>
    </message>
    <message>
        <source>Frame {1}</source>
        <translation>Bild {1}</translation>
    </message>
    <message>
        <source>Frame {1} of “{2}” is damaged and cannot be shown; verify the video.</source>
        <translation>Bild {1} von „{2}“ ist beschädigt und kann nicht gezeigt werden; das Video prüfen.</translation>
    </message>
    <message>
        <source>Frames that counted</source>
        <translation>Gezählte Bilder</translation>
    </message>
    <message>
        <source>HMDB-51 has the splits 1, 2 and 3, not {1}.</source>
        <translation>HMDB-51 hat die Aufteilungen 1, 2 und 3, nicht {1}.</translation>
    </message>
    <message>
        <source>How many frames the edges of matched segments (tIoU .5, same label) lie off.</source>
        <translation>Um wie viele Bilder die Kanten einander zugeordneter Segmente (tIoU 0,5, gleiches Label) daneben liegen.</translation>
    </message>
    <message>
        <source>I3D, 400 everyday activities</source>
        <translation>I3D, 400 alltägliche Aktivitäten</translation>
    </message>
    <message>
        <source>Image “{1}” is damaged and cannot be shown; replace or remove it.</source>
        <translation>Bild „{1}“ ist beschädigt und kann nicht gezeigt werden; es ersetzen oder entfernen.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Installing {1}</source>
        <translation>{1} wird eingerichtet</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>It cannot lie below “{1}”, which lies below it; it stands at the top.</source>
        <translation>Es kann nicht unter „{1}“ liegen, das unter ihm liegt; es steht ganz oben.</translation>
    </message>
    <message>
        <source>It ended before it began; the two were swapped.</source>
        <translation>Es endete, bevor es begann; beides wurde getauscht.</translation>
    </message>
    <message>
        <source>It had no length; it was given one frame.</source>
        <translation>Es hatte keine Länge; es bekam ein Bild.</translation>
    </message>
    <message>
        <source>It has no begin and end, neither in seconds nor in frames.</source>
        <translation>Es hat weder in Sekunden noch in Bildern Anfang und Ende.</translation>
    </message>
    <message>
        <source>It has segments of more than one frame here and stays a state.</source>
        <translation>Es hat hier Segmente von mehr als einem Bild und bleibt ein Zustand.</translation>
    </message>
    <message>
        <source>It lies at frames {1} to {2}, but the video has {3} frames.</source>
        <translation>Es liegt bei den Bildern {1} bis {2}, aber das Video hat {3} Bilder.</translation>
    </message>
    <message>
        <source>It lies at {1} to {2}, but the video ends at {3}.</source>
        <translation>Es liegt bei {1} bis {2}, aber das Video endet bei {3}.</translation>
    </message>
    <message>
        <source>It looks at the features of {1}. {2}</source>
        <translation>Es sieht sich die Merkmale von {1} an. {2}</translation>
    </message>
    <message>
        <source>It went beyond the video; it was cut to frames {1} to {2}.</source>
        <translation>Es ging über das Video hinaus; es wurde auf die Bilder {1} bis {2} gekürzt.</translation>
    </message>
    <message>
        <source>It went beyond the video; it was cut to the part inside.</source>
        <translation>Es ging über das Video hinaus; es wurde auf den Teil darin gekürzt.</translation>
    </message>
    <message>
        <source>Its frames and seconds do not agree on this video; the seconds were taken.</source>
        <translation>Seine Bilder und Sekunden passen bei diesem Video nicht zusammen; die Sekunden gelten.</translation>
    </message>
    <message>
        <source>Its {1} is no text and was left out.</source>
        <translation>Sein Eintrag {1} ist kein Text und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Joining {1}</source>
        <translation>{1} wird zusammengefügt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels of this run were removed meanwhile; add them again first.</source>
        <translation>Labels dieses Laufs wurden inzwischen entfernt; sie zuerst wieder anlegen.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning the footage by heart</source>
        <translation>Das Material wird eingeprägt</translation>
    </message>
    <message>
        <source>Left out, because the files are not where they were: {1}; find the missing files and learn again.</source>
        <translation>Ausgelassen, weil die Dateien nicht mehr da sind, wo sie waren: {1}; die fehlenden Dateien suchen und noch einmal lernen.</translation>
    </message>
    <message>
        <source>Left out, because the files have changed since they were labelled: {1}; put the old ones back, or add the new ones as videos of their own.</source>
        <translation>Ausgelassen, weil sich die Dateien geändert haben, seit sie gelabelt wurden: {1}; die alten zurücklegen oder die neuen als eigene Videos hinzufügen.</translation>
    </message>
    <message>
        <source>Left out, since the recording begins before a whole picture: its first {1}.</source>
        <translation>Ausgelassen, da die Aufnahme vor einem vollständigen Bild beginnt: {1} am Anfang.</translation>
    </message>
    <message>
        <source>Left out, since they cannot be decoded: {1} at the end.</source>
        <translation>Ausgelassen, da nicht decodierbar: {1} am Ende.</translation>
    </message>
    <message>
        <source>Left out, since they cannot be decoded: {1} of {2} frames.</source>
        <translation>Ausgelassen, da nicht decodierbar: {1} von {2} Bildern.</translation>
    </message>
    <message>
        <source>Looking at {1}</source>
        <translation>{1} wird angesehen</translation>
    </message>
    <message>
        <source>Looking for cuts in {1}</source>
        <translation>Schnitte in {1} werden gesucht</translation>
    </message>
    <message>
        <source>Looking for what to review</source>
        <translation>Es wird gesucht, was durchzusehen ist</translation>
    </message>
    <message>
        <source>Looking for {1}</source>
        <translation>{1} wird gesucht</translation>
    </message>
    <message>
        <source>Looking into {1}</source>
        <translation>{1} wird durchgesehen</translation>
    </message>
    <message>
        <source>Matching segments</source>
        <translation>Segmente werden zugeordnet</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Measured by Reelmark</source>
        <translation>Gemessen mit Reelmark</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is</source>
        <translation>Es wird gemessen, wie schnell dieser Rechner ist</translation>
    </message>
    <message>
        <source>Memory was short: each batch was taken in {1} parts.</source>
        <translation>Der Speicher war knapp: jeder Stapel wurde in {1} Teilen genommen.</translation>
    </message>
    <message>
        <source>More examples would help: {1}.</source>
        <translation>Mehr Beispiele würden helfen: {1}.</translation>
    </message>
    <message>
        <source>Moving MNIST</source>
        <translation>Moving MNIST</translation>
    </message>
    <message>
        <source>Neither “{1}” nor “{2}” has a segment in what counts; review a stretch in which something happens.</source>
        <translation>Weder „{1}“ noch „{2}“ hat ein Segment in dem, was zählt; einen Abschnitt durchsehen, in dem etwas geschieht.</translation>
    </message>
    <message>
        <source>No label has an example: accept or correct some segments, or draw some, then improve.</source>
        <translation>Kein Label hat ein Beispiel: einige Segmente annehmen, korrigieren oder zeichnen, dann lernen.</translation>
    </message>
    <message>
        <source>No network here gives features; add one that does.</source>
        <translation>Kein Netz hier liefert Merkmale; eines hinzufügen, das es tut.</translation>
    </message>
    <message>
        <source>No segment is to be written; label some, or name another label.</source>
        <translation>Es gibt kein Segment zu schreiben; einige labeln oder ein anderes Label nennen.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>No video is long enough to learn from without labels; switch coherence and encoder off.</source>
        <translation>Kein Video ist lang genug, um ohne Labels daraus zu lernen; Zusammenhang und Encoder ausschalten.</translation>
    </message>
    <message>
        <source>No video of this project has a track “{1}”; `reelmark segments` shows the tracks.</source>
        <translation>Kein Video dieses Projekts hat eine Spur „{1}“; `reelmark segments` zeigt die Spuren.</translation>
    </message>
    <message>
        <source>No video of this project is called “{1}”; 1 segment was left out.</source>
        <translation>Kein Video dieses Projekts heißt „{1}“; 1 Segment wurde ausgelassen.</translation>
    </message>
    <message>
        <source>No video of this project is called “{1}”; {2} segments were left out.</source>
        <translation>Kein Video dieses Projekts heißt „{1}“; {2} Segmente wurden ausgelassen.</translation>
    </message>
    <message>
        <source>No video of {1} has both a run “{2}” and a track “{3}”.</source>
        <translation>Kein Video von {1} hat sowohl einen Lauf „{2}“ als auch eine Spur „{3}“.</translation>
    </message>
    <message>
        <source>No video of {1} has both a track “{2}” and a track “{3}”.</source>
        <translation>Kein Video von {1} hat sowohl eine Spur „{2}“ als auch eine Spur „{3}“.</translation>
    </message>
    <message>
        <source>No video of {1} has both tracks “{2}” and “{3}”.</source>
        <translation>Kein Video von {1} hat beide Spuren „{2}“ und „{3}“.</translation>
    </message>
    <message>
        <source>No video that counts for “{1}” has {2}; find activities in the reviewed videos first, or choose other runs.</source>
        <translation>Kein Video, das für „{1}“ zählt, hat {2}; zuerst in den durchgesehenen Videos Aktivitäten finden oder andere Läufe wählen.</translation>
    </message>
    <message>
        <source>Nobody has said yet what is in these videos: accept, correct or draw segments, and mark what you looked at as reviewed.</source>
        <translation>Noch hat niemand gesagt, was in diesen Videos ist: Segmente annehmen, korrigieren oder zeichnen und als durchgesehen markieren, was angesehen wurde.</translation>
    </message>
    <message>
        <source>None of the labels that people used is one that this network finds; there is nothing to tune.</source>
        <translation>Keines der benutzten Labels findet dieses Netz; es gibt nichts abzustimmen.</translation>
    </message>
    <message>
        <source>None of the videos with corrections is where it was ({1}); find the missing files first.</source>
        <translation>Keines der Videos mit Korrekturen ist, wo es war ({1}); zuerst die fehlenden Dateien suchen.</translation>
    </message>
    <message>
        <source>None of these videos has {1} pictures in a row; choose longer ones.</source>
        <translation>Keines dieser Videos hat {1} Bilder in Folge; längere wählen.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>Not learned, for want of an example: {1}.</source>
        <translation>Mangels Beispiel nicht gelernt: {1}.</translation>
    </message>
    <message>
        <source>Nothing can be written to {1} ({2}); choose another folder.</source>
        <translation>Nach {1} kann nichts geschrieben werden ({2}); einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing is foreseen from the first {1} frames of a video; go further.</source>
        <translation>Aus den ersten {1} Bildern eines Videos wird nichts vorhergesehen; weiter nach hinten gehen.</translation>
    </message>
    <message>
        <source>Nothing is foreseen of the first {1} frames of a video; go further.</source>
        <translation>Von den ersten {1} Bildern eines Videos wird nichts vorhergesehen; weiter nach hinten gehen.</translation>
    </message>
    <message>
        <source>Nothing is proposed: learn from corrections first.</source>
        <translation>Nichts ist vorgeschlagen: zuerst aus Korrekturen lernen.</translation>
    </message>
    <message>
        <source>Nothing of “{1}” is marked as reviewed, so every frame counts, also where nobody looked; mark what you looked at as reviewed to leave out the rest.</source>
        <translation>Von „{1}“ ist nichts als durchgesehen markiert, also zählt jedes Bild, auch wo niemand hingesehen hat; markieren, was durchgesehen ist, um den Rest auszulassen.</translation>
    </message>
    <message>
        <source>Nothing says where these activities are not: mark a stretch that you looked at as reviewed.</source>
        <translation>Nichts sagt, wo diese Aktivitäten nicht sind: einen angesehenen Abschnitt als durchgesehen markieren.</translation>
    </message>
    <message>
        <source>Of segments at tIoU .5, as the score that counts falls; average precision in brackets.</source>
        <translation>Von Segmenten bei tIoU 0,5, während der nötige Wert sinkt; die mittlere Genauigkeit in Klammern.</translation>
    </message>
    <message>
        <source>Of the segments with such a score, the share that is right at tIoU .5, and how many there are.</source>
        <translation>Von den Segmenten mit solchem Wert der Anteil, der bei tIoU 0,5 richtig ist, und wie viele es sind.</translation>
    </message>
    <message>
        <source>Only your own segments can be changed so (join); accept the prediction first.</source>
        <translation>Nur eigene Segmente lassen sich verbinden; zuerst die Vorhersage annehmen.</translation>
    </message>
    <message>
        <source>Only your own segments can be changed so (split); accept the prediction first.</source>
        <translation>Nur eigene Segmente lassen sich teilen; zuerst die Vorhersage annehmen.</translation>
    </message>
    <message>
        <source>Only your own segments can be taken out with their time; select one of your track.</source>
        <translation>Nur eigene Segmente lassen sich mitsamt ihrer Zeit herausnehmen; eines der eigenen Spur wählen.</translation>
    </message>
    <message>
        <source>Opening {1}</source>
        <translation>{1} wird geöffnet</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Optical flow of {1}</source>
        <translation>Optischer Fluss von {1}</translation>
    </message>
    <message>
        <source>Other rows need what this change removes, or it needs what is gone; refresh and try again.</source>
        <translation>Anderes braucht, was diese Änderung entfernt, oder sie braucht, was nicht mehr da ist; neu laden und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>People, or labels that exclude each other, contradict at {1} moments, which were left out; compare the tracks to settle them.</source>
        <translation>Menschen oder Labels, die sich ausschließen, widersprechen sich in {1} Momenten, die ausgelassen wurden; die Spuren vergleichen, um es zu klären.</translation>
    </message>
    <message>
        <source>Percent of each row&apos;s frames; rows: the reference, columns: what was found instead.</source>
        <translation>Prozent der Bilder jeder Zeile; Zeilen: die Referenz, Spalten: was stattdessen gefunden wurde.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Picture of {1}</source>
        <translation>Bild von {1}</translation>
    </message>
    <message>
        <source>Pictures of {1}</source>
        <translation>Bilder von {1}</translation>
    </message>
    <message>
        <source>Placing what {1} holds</source>
        <translation>Der Inhalt von {1} wird eingeordnet</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>Genauigkeit über Trefferquote</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Reading clocks</source>
        <translation>Zeiten werden gelesen</translation>
    </message>
    <message>
        <source>Reading segments</source>
        <translation>Segmente werden gelesen</translation>
    </message>
    <message>
        <source>Reading stops here: {1}.</source>
        <translation>Hier endet das Lesen: {1}.</translation>
    </message>
    <message>
        <source>Reading {1}</source>
        <translation>{1} wird gelesen</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Reproducing {1}</source>
        <translation>{1} wird reproduziert</translation>
    </message>
    <message>
        <source>Searching {1}</source>
        <translation>{1} wird durchsucht</translation>
    </message>
    <message>
        <source>Seconds are estimated in {1}, whose files are not where they were; find them.</source>
        <translation>Sekunden sind geschätzt in {1}, deren Dateien nicht mehr da sind, wo sie waren; sie suchen.</translation>
    </message>
    <message>
        <source>Segments of different labels cannot be joined; relabel them first.</source>
        <translation>Segmente verschiedener Labels lassen sich nicht verbinden; sie zuerst umbenennen.</translation>
    </message>
    <message>
        <source>Select segments to duplicate them.</source>
        <translation>Zum Verdoppeln Segmente wählen.</translation>
    </message>
    <message>
        <source>Select two or more segments of one track to join them.</source>
        <translation>Zum Verbinden zwei oder mehr Segmente einer Spur wählen.</translation>
    </message>
    <message>
        <source>Shown as far as the damage allows: {1}.</source>
        <translation>Gezeigt, soweit der Schaden es zulässt: {1}.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Sorting segments by video</source>
        <translation>Segmente werden nach Videos sortiert</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Verbindung zur Datei ist verloren</translation>
    </message>
    <message>
        <source>The form “linear” has no LSTM that could learn without labels; choose small or paper.</source>
        <translation>Die Form „linear“ hat kein LSTM, das ohne Labels lernen könnte; small oder paper wählen.</translation>
    </message>
    <message>
        <source>Video autoencoder with memory and flow: surprises</source>
        <translation>Video-Autoencoder mit Gedächtnis und Fluss: Überraschungen</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>What is on the clipboard cannot be read; copy the segments again.</source>
        <translation>Der Inhalt der Zwischenablage ist nicht lesbar; die Segmente noch einmal kopieren.</translation>
    </message>
    <message>
        <source>What is taken for what</source>
        <translation>Was wofür gehalten wird</translation>
    </message>
    <message>
        <source>What you want to remove is still in use; remove what uses it first.</source>
        <translation>Was entfernt werden soll, wird noch benutzt; zuerst entfernen, was es benutzt.</translation>
    </message>
    <message>
        <source>What {1} sends is not the file that was expected (its sha256 differs); nothing was installed.</source>
        <translation>Was {1} schickt, ist nicht die erwartete Datei (ihr sha256 ist anders); nichts wurde eingerichtet.</translation>
    </message>
    <message>
        <source>Windows share</source>
        <translation>Windows-Freigabe</translation>
    </message>
    <message>
        <source>Writing clips</source>
        <translation>Clips werden geschrieben</translation>
    </message>
    <message>
        <source>Writing {1}</source>
        <translation>{1} wird geschrieben</translation>
    </message>
    <message>
        <source>Written by Reelmark.</source>
        <translation>Geschrieben von Reelmark.</translation>
    </message>
    <message>
        <source>You deleted the track of {1}; it is on “{2}”.</source>
        <translation>Die Spur von {1} wurde hier gelöscht; es liegt auf „{2}“.</translation>
    </message>
    <message>
        <source>You deleted what they changed; theirs ({1}) is on “{2}”.</source>
        <translation>Hier wurde gelöscht, was drüben geändert wurde; die andere Fassung ({1}) liegt auf „{2}“.</translation>
    </message>
    <message>
        <source>You judged a prediction otherwise than they did; yours ({1}) stays, theirs was {2}.</source>
        <translation>Eine Vorhersage wurde verschieden beurteilt; das eigene Urteil ({1}) bleibt, das andere war {2}.</translation>
    </message>
    <message>
        <source>You removed {1}, but they use it; it is back.</source>
        <translation>Hier wurde {1} entfernt, drüben wird es benutzt; es ist wieder da.</translation>
    </message>
    <message>
        <source>Your own activities, learned from corrections</source>
        <translation>Eigene Aktivitäten, aus Korrekturen gelernt</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>download it from the page of the paper</source>
        <translation>es von der Seite der Arbeit herunterladen</translation>
    </message>
    <message>
        <source>download them from the MNIST page, compressed or not</source>
        <translation>sie von der MNIST-Seite herunterladen, gepackt oder nicht</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Enden</translation>
    </message>
    <message>
        <source>fetch it again</source>
        <translation>es noch einmal holen</translation>
    </message>
    <message>
        <source>fetch it with: reelmark assets fetch {1}</source>
        <translation>holen mit: reelmark assets fetch {1}</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>frames too early (−) or too late (+)</source>
        <translation>Bilder zu früh (−) oder zu spät (+)</translation>
    </message>
    <message>
        <source>label {1}</source>
        <translation>Label {1}</translation>
    </message>
    <message>
        <source>label {1} (“{2}”)</source>
        <translation>Label {1} („{2}“)</translation>
    </message>
    <message>
        <source>label&apos;s colour, key and group</source>
        <translation>Farbe, Taste und Gruppe eines Labels</translation>
    </message>
    <message>
        <source>labels&apos; colours, keys and groups</source>
        <translation>Farben, Tasten und Gruppen von Labels</translation>
    </message>
    <message>
        <source>line {1}</source>
        <translation>Zeile {1}</translation>
    </message>
    <message>
        <source>markers</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>name the folder that holds these videos</source>
        <translation>den Ordner nennen, der diese Videos enthält</translation>
    </message>
    <message>
        <source>network drive</source>
        <translation>Netzlaufwerk</translation>
    </message>
    <message>
        <source>no human track yet</source>
        <translation>noch keine eigene Spur</translation>
    </message>
    <message>
        <source>no package index that pip is set up for has {1}</source>
        <translation>kein Paketverzeichnis, für das pip eingerichtet ist, hat {1}</translation>
    </message>
    <message>
        <source>no place has it to fetch; give {1} with: reelmark assets import {2} FILE</source>
        <translation>nirgends ist es zu holen; {1} angeben mit: reelmark assets import {2} DATEI</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>noch keinen Lauf</translation>
    </message>
    <message>
        <source>no track yet</source>
        <translation>noch keine Spur</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>put every video of the annotations into its folder videos, or leave those that are gone out of the annotations</source>
        <translation>jedes Video der Annotationen in seinen Ordner videos legen oder die fehlenden aus den Annotationen nehmen</translation>
    </message>
    <message>
        <source>put its annotations there</source>
        <translation>seine Annotationen dorthin legen</translation>
    </message>
    <message>
        <source>put the videos into its folder videos</source>
        <translation>die Videos in seinen Ordner videos legen</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>rejected segments</source>
        <translation>abgelehnte Segmente</translation>
    </message>
    <message>
        <source>reviewed spans</source>
        <translation>durchgesehene Abschnitte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>score says</source>
        <translation>laut Wert</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>segments of other tracks</source>
        <translation>Segmente anderer Spuren</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>Anteil der richtigen</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>Anfänge</translation>
    </message>
    <message>
        <source>state (who said so)</source>
        <translation>Zustand (wer es gesagt hat)</translation>
    </message>
    <message>
        <source>states (predicted, accepted, …)</source>
        <translation>Zustände (vorhergesagt, angenommen …)</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>subjects</source>
        <translation>Akteure</translation>
    </message>
    <message>
        <source>the data sets</source>
        <translation>die Datensätze</translation>
    </message>
    <message>
        <source>the marker lies at frame {1}, but the video has {2} frames</source>
        <translation>die Marke liegt bei Bild {1}, aber das Video hat {2} Bilder</translation>
    </message>
    <message>
        <source>the segment ends at frame {1}, but the video has {2} frames</source>
        <translation>das Segment endet bei Bild {1}, aber das Video hat {2} Bilder</translation>
    </message>
    <message>
        <source>track name</source>
        <translation>Spurname</translation>
    </message>
    <message>
        <source>track names</source>
        <translation>Spurnamen</translation>
    </message>
    <message>
        <source>unpack THUMOS&apos;14&apos;s temporal annotations into it</source>
        <translation>die zeitlichen Annotationen von THUMOS&apos;14 hinein entpacken</translation>
    </message>
    <message>
        <source>unpack UCF101.rar and UCF101TrainTestSplits-RecognitionTask.zip into it</source>
        <translation>UCF101.rar und UCF101TrainTestSplits-RecognitionTask.zip hinein entpacken</translation>
    </message>
    <message>
        <source>unpack att_faces.zip into it</source>
        <translation>att_faces.zip hinein entpacken</translation>
    </message>
    <message>
        <source>unpack hmdb51_org.rar (with the archive of each action) and test_train_splits.rar into it</source>
        <translation>hmdb51_org.rar (mit dem Archiv jeder Handlung) und test_train_splits.rar hinein entpacken</translation>
    </message>
    <message>
        <source>unpack the six archives of KTH into folders named after the actions, and put 00sequences.txt beside them</source>
        <translation>die sechs Archive von KTH in Ordner entpacken, die wie die Handlungen heißen, und 00sequences.txt daneben legen</translation>
    </message>
    <message>
        <source>unpack {1}.zip into it</source>
        <translation>{1}.zip hinein entpacken</translation>
    </message>
    <message>
        <source>what it learned</source>
        <translation>das Gelernte selbst</translation>
    </message>
    <message>
        <source>{1} ({2} more)</source>
        <translation>{1} (noch {2})</translation>
    </message>
    <message>
        <source>{1} and {2} more</source>
        <translation>{1} und {2} weitere</translation>
    </message>
    <message>
        <source>{1} begins with an empty line; its first line must name the columns: video, label, …</source>
        <translation>{1} beginnt mit einer leeren Zeile; die erste Zeile muss die Spalten nennen: video, label, …</translation>
    </message>
    <message>
        <source>{1} came out different from what was expected; nothing was installed, fetch it again.</source>
        <translation>{1} sieht anders aus als erwartet; nichts wurde eingerichtet, noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({2}).</source>
        <translation>{1} kann nicht gelesen werden ({2}).</translation>
    </message>
    <message>
        <source>{1} cannot be read ({2}); give another file.</source>
        <translation>{1} kann nicht gelesen werden ({2}); eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>{1} cannot be read as a list of a data set; unpack the data set again.</source>
        <translation>{1} ist nicht als Liste eines Datensatzes lesbar; den Datensatz noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} cannot be read; unpack the data set again.</source>
        <translation>{1} kann nicht gelesen werden; den Datensatz noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} cannot be scored: at {2}: {3}</source>
        <translation>{1} kann nicht bewertet werden: bei {2}: {3}</translation>
    </message>
    <message>
        <source>{1} cells beyond the columns are left out.</source>
        <translation>{1} Zellen jenseits der Spalten werden ausgelassen.</translation>
    </message>
    <message>
        <source>{1} could not be written ({2}).</source>
        <translation>{1} konnte nicht geschrieben werden ({2}).</translation>
    </message>
    <message>
        <source>{1} could not be written ({2}); give it a name that ends in .mp4 or .mkv.</source>
        <translation>{1} konnte nicht geschrieben werden ({2}); einen Namen angeben, der auf .mp4 oder .mkv endet.</translation>
    </message>
    <message>
        <source>{1} does not hold gray pictures with an object and an angle each; fetch it again.</source>
        <translation>{1} enthält keine grauen Bilder mit je einem Gegenstand und Winkel; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} does not hold this training; delete it to begin anew.</source>
        <translation>{1} enthält nicht dieses Training; die Datei löschen, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>{1} does not number 101 classes; unpack the official lists again.</source>
        <translation>{1} nummeriert keine 101 Klassen; die offiziellen Listen noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} frame</source>
        <translation>{1} Bild</translation>
    </message>
    <message>
        <source>{1} frames</source>
        <translation>{1} Bilder</translation>
    </message>
    <message>
        <source>{1} has a class beyond {2} at “{3}”, so it is not MultiTHUMOS.</source>
        <translation>{1} hat bei „{3}“ eine Klasse jenseits von {2}, ist also nicht MultiTHUMOS.</translation>
    </message>
    <message>
        <source>{1} has a line that is no annotation ({2}); take the file anew.</source>
        <translation>{1} hat eine Zeile, die keine Annotation ist ({2}); die Datei neu holen.</translation>
    </message>
    <message>
        <source>{1} has a part “{2}” at “{3}”; ActivityNet 1.3 knows {4}.</source>
        <translation>{1} hat bei „{3}“ einen Teil „{2}“; ActivityNet 1.3 kennt {4}.</translation>
    </message>
    <message>
        <source>{1} has neither “results” nor “database”, so it is no ActivityNet file; check it.</source>
        <translation>{1} hat weder „results“ noch „database“, ist also keine ActivityNet-Datei; sie prüfen.</translation>
    </message>
    <message>
        <source>{1} has no column “{2}”; its first line must name the columns.</source>
        <translation>{1} hat keine Spalte „{2}“; die erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>{1} has no two frames, so it has no flow; leave it out.</source>
        <translation>{1} hat keine zwei Bilder und damit keinen Fluss; es weglassen.</translation>
    </message>
    <message>
        <source>{1} has no videos of the subset “{2}”: it has {3}; choose with --subset.</source>
        <translation>{1} hat keine Videos der Teilmenge „{2}“, sondern {3}; mit --subset wählen.</translation>
    </message>
    <message>
        <source>{1} has no videos of the subset “{2}”: it is empty.</source>
        <translation>{1} hat keine Videos der Teilmenge „{2}“: sie ist leer.</translation>
    </message>
    <message>
        <source>{1} has no “database”, so it holds no ground truth; check which file is which.</source>
        <translation>{1} hat keine „database“, enthält also keine Referenz; prüfen, welche Datei welche ist.</translation>
    </message>
    <message>
        <source>{1} has no “database”, so it is not ActivityNet&apos;s file; put the official one there.</source>
        <translation>{1} hat keine „database“, ist also nicht die Datei von ActivityNet; die offizielle dorthin legen.</translation>
    </message>
    <message>
        <source>{1} has no “results”, so it holds no predictions; check which file is which.</source>
        <translation>{1} hat keine „results“, enthält also keine Vorhersagen; prüfen, welche Datei welche ist.</translation>
    </message>
    <message>
        <source>{1} has no “results”, so it is no template of results; take another file.</source>
        <translation>{1} hat keine „results“, ist also keine Vorlage für Ergebnisse; eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>{1} has only {2} frames, its clip begins at {3}; get it anew.</source>
        <translation>{1} hat nur {2} Bilder, der Clip beginnt bei {3}; die Datei neu holen.</translation>
    </message>
    <message>
        <source>{1} has the lists of {2} actions instead of 51; unpack the splits again.</source>
        <translation>{1} hat die Listen von {2} statt 51 Handlungen; die Aufteilungen noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} has too little memory for one clip; close other programs or use the CPU.</source>
        <translation>{1} hat zu wenig Speicher für einen Clip; andere Programme schließen oder die CPU benutzen.</translation>
    </message>
    <message>
        <source>{1} has too little memory for one example; close other programs, or train a smaller form of the network.</source>
        <translation>{1} hat zu wenig Speicher für ein Beispiel; andere Programme schließen oder eine kleinere Form des Netzes trainieren.</translation>
    </message>
    <message>
        <source>{1} has two columns for “{2}”; rename or remove one.</source>
        <translation>{1} hat zwei Spalten für „{2}“; eine umbenennen oder entfernen.</translation>
    </message>
    <message>
        <source>{1} holds a form of “{2}” that this program does not know ({3}).</source>
        <translation>{1} enthält eine Form von „{2}“, die dieses Programm nicht kennt ({3}).</translation>
    </message>
    <message>
        <source>{1} holds a line that is no video, start and stop ({2}); unpack it again.</source>
        <translation>{1} enthält eine Zeile, die nicht Video, Anfang und Ende ist ({2}); noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} holds a line that is not of HMDB-51 ({2}); unpack the splits again.</source>
        <translation>{1} enthält eine Zeile, die nicht von HMDB-51 ist ({2}); die Aufteilungen noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} holds no activity_net.v1-3.min.json; put ActivityNet&apos;s official file of annotations there.</source>
        <translation>{1} enthält keine activity_net.v1-3.min.json; die offizielle Annotationsdatei von ActivityNet dorthin legen.</translation>
    </message>
    <message>
        <source>{1} holds no features [clips, n] at “{2}”; extract them again.</source>
        <translation>{1} enthält bei „{2}“ keine Merkmale [clips, n]; sie noch einmal berechnen.</translation>
    </message>
    <message>
        <source>{1} holds no predictions for “{2}”; predict again.</source>
        <translation>{1} enthält keine Vorhersagen für „{2}“; noch einmal vorhersagen.</translation>
    </message>
    <message>
        <source>{1} holds no stored pictures, or they are damaged; delete it to make it anew.</source>
        <translation>{1} enthält keine gespeicherten Bilder, oder sie sind beschädigt; den Ordner löschen, damit er neu entsteht.</translation>
    </message>
    <message>
        <source>{1} holds no videos, so it is not MultiTHUMOS; fetch it again.</source>
        <translation>{1} enthält keine Videos, ist also nicht MultiTHUMOS; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} holds several files activity_net.v1-3*.json; put ActivityNet&apos;s official file of annotations there.</source>
        <translation>{1} enthält mehrere Dateien activity_net.v1-3*.json; die offizielle Annotationsdatei von ActivityNet dorthin legen.</translation>
    </message>
    <message>
        <source>{1} holds {2} {3}, not uint8 [frames, sequences, {4}, {5}]; give mnist_test_seq.npy.</source>
        <translation>{1} enthält {2} {3}, nicht uint8 [frames, sequences, {4}, {5}]; mnist_test_seq.npy angeben.</translation>
    </message>
    <message>
        <source>{1} in {2} is not the expected file; nothing was installed.</source>
        <translation>{1} in {2} ist nicht die erwartete Datei; nichts wurde eingerichtet.</translation>
    </message>
    <message>
        <source>{1} is a device, not a file; give the name of a file to write.</source>
        <translation>{1} ist ein Gerät, keine Datei; den Namen einer Datei zum Schreiben angeben.</translation>
    </message>
    <message>
        <source>{1} is a folder; choose a *.reelmark file or a new name.</source>
        <translation>{1} ist ein Ordner; eine *.reelmark-Datei oder einen neuen Namen wählen.</translation>
    </message>
    <message>
        <source>{1} is a folder; give the file itself.</source>
        <translation>{1} ist ein Ordner; die Datei selbst angeben.</translation>
    </message>
    <message>
        <source>{1} is a folder; give the name of a file to write.</source>
        <translation>{1} ist ein Ordner; den Namen einer Datei zum Schreiben angeben.</translation>
    </message>
    <message>
        <source>{1} is damaged at “{2}”; extract the features again.</source>
        <translation>{1} ist bei „{2}“ beschädigt; die Merkmale noch einmal berechnen.</translation>
    </message>
    <message>
        <source>{1} is damaged at “{2}”; fetch it again.</source>
        <translation>{1} ist bei „{2}“ beschädigt; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is damaged at “{2}”; put ActivityNet&apos;s official file there.</source>
        <translation>{1} ist bei „{2}“ beschädigt; die offizielle Datei von ActivityNet dorthin legen.</translation>
    </message>
    <message>
        <source>{1} is damaged or holds no {2}; fetch it again.</source>
        <translation>{1} ist beschädigt oder enthält kein {2}; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is damaged: a line is not a number and a name; fetch it again.</source>
        <translation>{1} ist beschädigt: eine Zeile ist nicht Nummer und Name; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is damaged: a line is not a video and a class; fetch it again.</source>
        <translation>{1} ist beschädigt: eine Zeile ist nicht Video und Klasse; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is damaged: it has no name and seconds by turns; fetch it again.</source>
        <translation>{1} ist beschädigt: Name und Sekunden wechseln sich nicht ab; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is damaged; choose another.</source>
        <translation>{1} ist beschädigt; eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{1} is damaged; delete it and fetch it again.</source>
        <translation>{1} ist beschädigt; die Datei löschen und noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is nested too deeply for a file of annotations; check it.</source>
        <translation>{1} ist für eine Annotationsdatei zu tief verschachtelt; sie prüfen.</translation>
    </message>
    <message>
        <source>{1} is no HDF5 file, or it is damaged; extract the features again.</source>
        <translation>{1} ist keine HDF5-Datei oder beschädigt; die Merkmale noch einmal berechnen.</translation>
    </message>
    <message>
        <source>{1} is no MNIST file of {2} bytes, or it is damaged; fetch it anew.</source>
        <translation>{1} ist keine MNIST-Datei von {2} Byte oder beschädigt; sie neu holen.</translation>
    </message>
    <message>
        <source>{1} is no NumPy array file, or it is damaged; fetch mnist_test_seq.npy anew.</source>
        <translation>{1} ist keine NumPy-Datei oder beschädigt; mnist_test_seq.npy neu holen.</translation>
    </message>
    <message>
        <source>{1} is no archive of COIL-20, or it is damaged; fetch it again.</source>
        <translation>{1} ist kein Archiv von COIL-20 oder beschädigt; noch einmal holen.</translation>
    </message>
    <message>
        <source>{1} is no checkpoint of this program, or it is damaged; choose another.</source>
        <translation>{1} ist kein Checkpoint dieses Programms oder beschädigt; einen anderen wählen.</translation>
    </message>
    <message>
        <source>{1} is no complete {2} folder: missing are {3} and {4} more ({5} in all); {6}.</source>
        <translation>{1} ist kein vollständiger Ordner von {2}: es fehlen {3} und {4} weitere (zusammen {5}); {6}.</translation>
    </message>
    <message>
        <source>{1} is no complete {2} folder: missing are {3}; {4}.</source>
        <translation>{1} ist kein vollständiger Ordner von {2}: es fehlen {3}; {4}.</translation>
    </message>
    <message>
        <source>{1} is no file of labels (its “format” is not “reelmark-labels”); choose another file.</source>
        <translation>{1} ist keine Labeldatei (ihr „format“ ist nicht „reelmark-labels“); eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{1} is no name for a video; let it end in .mp4 or .mkv.</source>
        <translation>{1} ist kein Name für ein Video; ihn auf .mp4 oder .mkv enden lassen.</translation>
    </message>
    <message>
        <source>{1} is no picture, or it is damaged; unpack the data set again.</source>
        <translation>{1} ist kein Bild oder beschädigt; den Datensatz noch einmal entpacken.</translation>
    </message>
    <message>
        <source>{1} is no video of KTH; they are named like person01_boxing_d1_uncomp.avi.</source>
        <translation>{1} ist kein Video von KTH; die heißen etwa person01_boxing_d1_uncomp.avi.</translation>
    </message>
    <message>
        <source>{1} is not a complete {2}; {3}; missing: {4}.</source>
        <translation>{1} ist nicht vollständig ({2}); {3}; es fehlt: {4}.</translation>
    </message>
    <message>
        <source>{1} is not an ActivityNet file: it holds no JSON object; check it.</source>
        <translation>{1} ist keine ActivityNet-Datei: sie enthält kein JSON-Objekt; sie prüfen.</translation>
    </message>
    <message>
        <source>{1} is not text in UTF-8, so it is not JSON; check that it is the right file.</source>
        <translation>{1} ist kein Text in UTF-8, also kein JSON; prüfen, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>{1} is not there; extract the features again.</source>
        <translation>{1} ist nicht da; die Merkmale noch einmal berechnen.</translation>
    </message>
    <message>
        <source>{1} is not valid JSON (line {2}, column {3}: {4}); mend or export it again.</source>
        <translation>{1} ist kein gültiges JSON (Zeile {2}, Spalte {3}: {4}); die Datei reparieren oder noch einmal exportieren.</translation>
    </message>
    <message>
        <source>{1} is not what {2} expects; give {3} of {4} {5}.</source>
        <translation>{1} ist nicht, was {2} erwartet; {3} von {4} {5} angeben.</translation>
    </message>
    <message>
        <source>{1} is of no format that can be told by its looks; say which: --format {2}.</source>
        <translation>Das Format von {1} ist nicht zu erkennen; es nennen: --format {2}.</translation>
    </message>
    <message>
        <source>{1} is of version {2}, but version {3} is needed; update the program.</source>
        <translation>{1} hat die Version {2}, nötig ist aber Version {3}; das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>{1} is the project or one of its videos; give the export another name.</source>
        <translation>{1} ist das Projekt oder eines seiner Videos; dem Export einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>{1} is the video itself; give the annotated copy another name.</source>
        <translation>{1} ist das Video selbst; der annotierten Kopie einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>{1} is this very project; choose the other one.</source>
        <translation>{1} ist dieses Projekt selbst; das andere wählen.</translation>
    </message>
    <message>
        <source>{1} lists no clips of KTH; take the official file.</source>
        <translation>{1} führt keine Clips von KTH auf; die offizielle Datei nehmen.</translation>
    </message>
    <message>
        <source>{1} more files or folders have problems; add fewer at once to read them.</source>
        <translation>{1} weitere Dateien oder Ordner haben Probleme; weniger auf einmal hinzufügen, um sie zu lesen.</translation>
    </message>
    <message>
        <source>{1} more videos of the file are not in this project; {2} segments were left out.</source>
        <translation>{1} weitere Videos der Datei sind nicht in diesem Projekt; {2} Segmente wurden ausgelassen.</translation>
    </message>
    <message>
        <source>{1} names no activities; each line is a number, a tab and a name, 0 being background.</source>
        <translation>{1} nennt keine Aktivitäten; jede Zeile ist Nummer, Tabulator und Name, 0 ist Hintergrund.</translation>
    </message>
    <message>
        <source>{1} needs the columns “start” and “stop”, or “start_frame” and “stop_frame”.</source>
        <translation>{1} braucht die Spalten „start“ und „stop“ oder „start_frame“ und „stop_frame“.</translation>
    </message>
    <message>
        <source>{1} of “{2}” without a reviewed stretch did not count.</source>
        <translation>Ohne durchgesehenen Abschnitt nicht gezählt: {1} von „{2}“.</translation>
    </message>
    <message>
        <source>{1} should go on with “{2}, a tab, a name”, not “{3}”; mend it.</source>
        <translation>{1} sollte mit „{2}, Tabulator, Name“ weitergehen, nicht mit „{3}“; die Datei reparieren.</translation>
    </message>
    <message>
        <source>{1} video</source>
        <translation>{1} Video</translation>
    </message>
    <message>
        <source>{1} videos</source>
        <translation>{1} Videos</translation>
    </message>
    <message>
        <source>{1} videos kept apart</source>
        <translation>{1} zurückgehaltene Videos</translation>
    </message>
    <message>
        <source>{1} was made by a newer version of this program; update it, or choose another file.</source>
        <translation>{1} stammt von einer neueren Version dieses Programms; es aktualisieren oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{1} was trained with the model “{2}”, not “{3}”; choose that model.</source>
        <translation>{1} wurde mit dem Modell „{2}“ trainiert, nicht mit „{3}“; jenes Modell wählen.</translation>
    </message>
    <message>
        <source>{1} … ({2} in all)</source>
        <translation>{1} … (zusammen {2})</translation>
    </message>
    <message>
        <source>{1}, loss {2}</source>
        <translation>{1}, Verlust {2}</translation>
    </message>
    <message>
        <source>{1}list0{2}.txt names something that is no clip of UCF-101 ({3}).</source>
        <translation>{1}list0{2}.txt nennt etwas, das kein Clip von UCF-101 ist ({3}).</translation>
    </message>
    <message>
        <source>“{1}” agrees with itself; name two tracks.</source>
        <translation>„{1}“ stimmt mit sich selbst überein; zwei Spuren nennen.</translation>
    </message>
    <message>
        <source>“{1}” and “{2}” are not of one kind (one lasts, one is a point); make them one first.</source>
        <translation>„{1}“ und „{2}“ sind nicht von einer Art (eines dauert, eines ist ein Moment); sie zuerst angleichen.</translation>
    </message>
    <message>
        <source>“{1}” cannot be fetched: {2}</source>
        <translation>„{1}“ kann nicht geholt werden: {2}</translation>
    </message>
    <message>
        <source>“{1}” cannot be made in {2} ({3}); choose another.</source>
        <translation>„{1}“ kann in {2} nicht angelegt werden ({3}); einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>“{1}” cannot be opened ({2}); choose another name or folder.</source>
        <translation>„{1}“ kann nicht geöffnet werden ({2}); einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>“{1}” cannot be opened; check that you may read and write it and its folder {2}.</source>
        <translation>„{1}“ kann nicht geöffnet werden; prüfen, ob die Datei und ihr Ordner {2} gelesen und beschrieben werden dürfen.</translation>
    </message>
    <message>
        <source>“{1}” cannot be read ({2}); check that it exists and may be read.</source>
        <translation>„{1}“ kann nicht gelesen werden ({2}); prüfen, ob es die Datei gibt und sie gelesen werden darf.</translation>
    </message>
    <message>
        <source>“{1}” cannot be read ({2}); check the disk it is on.</source>
        <translation>„{1}“ kann nicht gelesen werden ({2}); das Laufwerk prüfen, auf dem es liegt.</translation>
    </message>
    <message>
        <source>“{1}” cannot be written ({2}); choose another place.</source>
        <translation>„{1}“ kann nicht geschrieben werden ({2}); einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>“{1}” cannot be written to; make it writable or copy it to a folder of your own.</source>
        <translation>„{1}“ ist schreibgeschützt; die Datei beschreibbar machen oder in einen eigenen Ordner kopieren.</translation>
    </message>
    <message>
        <source>“{1}” cannot lie below itself; choose another place for it.</source>
        <translation>„{1}“ kann nicht unter sich selbst liegen; einen anderen Platz wählen.</translation>
    </message>
    <message>
        <source>“{1}” could not be brought to this version ({2}); it is unchanged. Open it with the Reelmark that made it, and report this.</source>
        <translation>„{1}“ konnte nicht auf diese Version gebracht werden ({2}); die Datei ist unverändert. Sie mit dem Reelmark öffnen, von dem sie stammt, und dies melden.</translation>
    </message>
    <message>
        <source>“{1}” could not be fetched ({2}); check the network, or download {3} elsewhere and give it with: reelmark assets import {4} FILE</source>
        <translation>„{1}“ konnte nicht geholt werden ({2}); die Netzverbindung prüfen oder {3} anderswo herunterladen und angeben mit: reelmark assets import {4} DATEI</translation>
    </message>
    <message>
        <source>“{1}” does not exist; check the name, or relink the video if it was moved.</source>
        <translation>„{1}“ gibt es nicht; den Namen prüfen oder das Video neu verknüpfen, falls es verschoben wurde.</translation>
    </message>
    <message>
        <source>“{1}” does not say where it looks: its last layers take the picture as a whole. Choose a run of I3D, of EfficientNet-Lite0 or of two streams on it.</source>
        <translation>„{1}“ sagt nicht, wohin es sieht: seine letzten Schichten nehmen das Bild als Ganzes. Einen Lauf von I3D, EfficientNet-Lite0 oder zwei Strömen darauf wählen.</translation>
    </message>
    <message>
        <source>“{1}” foresees no pictures in this form; choose another run.</source>
        <translation>„{1}“ sieht in dieser Form keine Bilder vorher; einen anderen Lauf wählen.</translation>
    </message>
    <message>
        <source>“{1}” foresees no pictures; choose a run of a network that gives next frames.</source>
        <translation>„{1}“ sieht keine Bilder vorher; einen Lauf eines Netzes wählen, das nächste Bilder liefert.</translation>
    </message>
    <message>
        <source>“{1}” found nothing in what counts.</source>
        <translation>„{1}“ fand nichts in dem, was zählt.</translation>
    </message>
    <message>
        <source>“{1}” gives nothing that can be shown over time; choose another network.</source>
        <translation>„{1}“ liefert nichts, was sich über die Zeit zeigen lässt; ein anderes Netz wählen.</translation>
    </message>
    <message>
        <source>“{1}” has no form “{2}”; there are {3}.</source>
        <translation>„{1}“ hat keine Form „{2}“; es gibt {3}.</translation>
    </message>
    <message>
        <source>“{1}” has no picture that can be decoded; copy it again from where it came.</source>
        <translation>„{1}“ hat kein Bild, das sich decodieren lässt; die Datei noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>“{1}” has no pictures in it, no video; choose a video file.</source>
        <translation>„{1}“ enthält keine Bilder und kein Video; eine Videodatei wählen.</translation>
    </message>
    <message>
        <source>“{1}” has no pictures in it, only sound; choose a video file.</source>
        <translation>„{1}“ enthält keine Bilder, nur Ton; eine Videodatei wählen.</translation>
    </message>
    <message>
        <source>“{1}” has no recipe “{2}”; there are {3}.</source>
        <translation>„{1}“ hat kein Rezept „{2}“; es gibt {3}.</translation>
    </message>
    <message>
        <source>“{1}” has no scores, so its curves are single points and calibration is left out.</source>
        <translation>„{1}“ hat keine Werte; seine Kurven sind daher einzelne Punkte, und die Kalibrierung entfällt.</translation>
    </message>
    <message>
        <source>“{1}” has no sound.</source>
        <translation>„{1}“ hat keinen Ton.</translation>
    </message>
    <message>
        <source>“{1}” holds no pictures any more; open it again.</source>
        <translation>„{1}“ enthält keine Bilder mehr; noch einmal öffnen.</translation>
    </message>
    <message>
        <source>“{1}” holds no segment and no reviewed stretch, so there is nothing to measure against; label a video, or mark what you looked at as reviewed.</source>
        <translation>„{1}“ enthält kein Segment und keinen durchgesehenen Abschnitt, also nichts, woran zu messen wäre; ein Video labeln oder als durchgesehen markieren, was angesehen wurde.</translation>
    </message>
    <message>
        <source>“{1}” holds no videos; choose another folder.</source>
        <translation>„{1}“ enthält keine Videos; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>“{1}” is a number that drop-frame leaves out; the minute begins with frame {2}.</source>
        <translation>„{1}“ ist eine Nummer, die Drop-Frame auslässt; die Minute beginnt mit Bild {2}.</translation>
    </message>
    <message>
        <source>“{1}” is a point: of {2} frames the first was taken.</source>
        <translation>„{1}“ ist ein Moment: von {2} Bildern wurde das erste genommen.</translation>
    </message>
    <message>
        <source>“{1}” is already there with the same begin and end; left out.</source>
        <translation>„{1}“ ist mit gleichem Anfang und Ende schon da; ausgelassen.</translation>
    </message>
    <message>
        <source>“{1}” is damaged (its version is missing); go on with a copy or backup of it.</source>
        <translation>„{1}“ ist beschädigt (die Version fehlt); mit einer Kopie oder Sicherung weiterarbeiten.</translation>
    </message>
    <message>
        <source>“{1}” is damaged; keep it as it is, and go on with a copy or backup of it.</source>
        <translation>„{1}“ ist beschädigt; die Datei so lassen und mit einer Kopie oder Sicherung weiterarbeiten.</translation>
    </message>
    <message>
        <source>“{1}” is drop-frame, and this video is not; write a colon before the frames.</source>
        <translation>„{1}“ ist Drop-Frame, dieses Video nicht; vor die Bilder einen Doppelpunkt schreiben.</translation>
    </message>
    <message>
        <source>“{1}” is empty (0 bytes) and holds no project; delete it or choose another name.</source>
        <translation>„{1}“ ist leer (0 Byte) und enthält kein Projekt; die Datei löschen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{1}” is empty (0 bytes); copy it again from where it came.</source>
        <translation>„{1}“ ist leer (0 Byte); die Datei noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>“{1}” is measured on the {2} that both people have.</source>
        <translation>„{1}“ wird nur an dem gemessen, was beide Personen haben: {2}.</translation>
    </message>
    <message>
        <source>“{1}” is more than the whole video; write 0% to 100%.</source>
        <translation>„{1}“ ist mehr als das ganze Video; 0% bis 100% schreiben.</translation>
    </message>
    <message>
        <source>“{1}” is neither a file nor a folder; choose a video file.</source>
        <translation>„{1}“ ist weder Datei noch Ordner; eine Videodatei wählen.</translation>
    </message>
    <message>
        <source>“{1}” is no colour like #56b4e9; it got one of its own.</source>
        <translation>„{1}“ ist keine Farbe wie #56b4e9; es bekam eine eigene.</translation>
    </message>
    <message>
        <source>“{1}” is no key (one letter, one digit, or F1 to F12); it got none.</source>
        <translation>„{1}“ ist keine Taste (ein Buchstabe, eine Ziffer oder F1 bis F12); es bekam keine.</translation>
    </message>
    <message>
        <source>“{1}” is no kind (state or point); it was left as it is.</source>
        <translation>„{1}“ ist keine Art (state oder point); sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>“{1}” is no moment; write a frame (1234), a time (1:02.500), a timecode (0:01:02:12), a step (+5s, -10f) or a share (50%).</source>
        <translation>„{1}“ ist kein Moment; ein Bild (1234), eine Zeit (1:02.500), einen Timecode (0:01:02:12), einen Schritt (+5s, -10f) oder einen Anteil (50%) schreiben.</translation>
    </message>
    <message>
        <source>“{1}” is no timecode of this video; minutes and seconds go to 59 and frames from 0 to {2}.</source>
        <translation>„{1}“ ist kein Timecode dieses Videos; Minuten und Sekunden gehen bis 59, Bilder von 0 bis {2}.</translation>
    </message>
    <message>
        <source>“{1}” is no timecode of this video; minutes and seconds go to 59.</source>
        <translation>„{1}“ ist kein Timecode dieses Videos; Minuten und Sekunden gehen bis 59.</translation>
    </message>
    <message>
        <source>“{1}” is no video that can be read, or is damaged from its beginning on; copy it again from where it came.</source>
        <translation>„{1}“ ist kein lesbares Video oder von Anfang an beschädigt; die Datei noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>“{1}” is not a Reelmark project; choose a *.reelmark file or a new name.</source>
        <translation>„{1}“ ist kein Reelmark-Projekt; eine *.reelmark-Datei oder einen neuen Namen wählen.</translation>
    </message>
    <message>
        <source>“{1}” is not a finite number.</source>
        <translation>„{1}“ ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>“{1}” is not a frame number.</source>
        <translation>„{1}“ ist keine Bildnummer.</translation>
    </message>
    <message>
        <source>“{1}” is not a frame rate; it must be above 0.</source>
        <translation>„{1}“ ist keine Bildrate; sie muss über 0 liegen.</translation>
    </message>
    <message>
        <source>“{1}” is not a frame rate; write it like 25 or 30000/1001.</source>
        <translation>„{1}“ ist keine Bildrate; etwa 25 oder 30000/1001 schreiben.</translation>
    </message>
    <message>
        <source>“{1}” is not a number.</source>
        <translation>„{1}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{1}” is not a time; write it like 62.5 or 1:02.500.</source>
        <translation>„{1}“ ist keine Zeit; etwa 62.5 oder 1:02.500 schreiben.</translation>
    </message>
    <message>
        <source>“{1}” is not on this computer yet; {2}</source>
        <translation>„{1}“ ist noch nicht auf diesem Rechner; {2}</translation>
    </message>
    <message>
        <source>“{1}” is not possible: {2}.</source>
        <translation>„{1}“ ist nicht möglich: {2}.</translation>
    </message>
    <message>
        <source>“{1}” is not the video that was labelled (its content differs); choose another file, or add it as a new video.</source>
        <translation>„{1}“ ist nicht das gelabelte Video (der Inhalt ist anders); eine andere Datei wählen oder sie als neues Video hinzufügen.</translation>
    </message>
    <message>
        <source>“{1}” is nowhere below {2}; choose another folder or the file itself.</source>
        <translation>„{1}“ ist nirgends unter {2}; einen anderen Ordner oder die Datei selbst wählen.</translation>
    </message>
    <message>
        <source>“{1}” is text, not a video; choose a video file.</source>
        <translation>„{1}“ ist Text, kein Video; eine Videodatei wählen.</translation>
    </message>
    <message>
        <source>“{1}” lies beyond the end; the last frame is {2}, at {3}.</source>
        <translation>„{1}“ liegt hinter dem Ende; das letzte Bild ist {2}, bei {3}.</translation>
    </message>
    <message>
        <source>“{1}” lies further below “{2}”; move it up before merging them.</source>
        <translation>„{1}“ liegt weiter unten in „{2}“; es vor dem Zusammenführen nach oben verschieben.</translation>
    </message>
    <message>
        <source>“{1}” lies on a network share ({2}), where work is slower and less safe when two computers open it at once; copy it to a local disk.</source>
        <translation>„{1}“ liegt auf einer Netzfreigabe ({2}); dort ist die Arbeit langsamer und weniger sicher, wenn zwei Rechner es zugleich öffnen; auf ein lokales Laufwerk kopieren.</translation>
    </message>
    <message>
        <source>“{1}” may mean {2}; write the path instead.</source>
        <translation>„{1}“ kann {2} meinen; stattdessen den Pfad schreiben.</translation>
    </message>
    <message>
        <source>“{1}” may not be read by you; change its permissions or copy it elsewhere.</source>
        <translation>„{1}“ darf nicht gelesen werden; die Zugriffsrechte ändern oder die Datei anderswohin kopieren.</translation>
    </message>
    <message>
        <source>“{1}” must be trained first: `reelmark reproduce {2} --data DIR` (DIR holds {3}) does it as its paper does; or choose a checkpoint (--checkpoint FILE).</source>
        <translation>„{1}“ muss erst trainiert werden: `reelmark reproduce {2} --data DIR` (DIR enthält {3}) tut es wie die Arbeit; oder einen Checkpoint wählen (--checkpoint FILE).</translation>
    </message>
    <message>
        <source>“{1}” must be trained first: `reelmark reproduce {2} --data DIR` does it as its paper does; or choose a checkpoint (--checkpoint FILE).</source>
        <translation>„{1}“ muss erst trainiert werden: `reelmark reproduce {2} --data DIR` tut es wie die Arbeit; oder einen Checkpoint wählen (--checkpoint FILE).</translation>
    </message>
    <message>
        <source>“{1}” must be trained first: {2}; or choose a checkpoint (--checkpoint FILE).</source>
        <translation>„{1}“ muss erst trainiert werden: {2}; oder einen Checkpoint wählen (--checkpoint FILE).</translation>
    </message>
    <message>
        <source>“{1}” must be trained first; choose a checkpoint (--checkpoint FILE).</source>
        <translation>„{1}“ muss erst trainiert werden; einen Checkpoint wählen (--checkpoint FILE).</translation>
    </message>
    <message>
        <source>“{1}” or its folder is read-only, and a project needs both writable; copy it to your own folder.</source>
        <translation>„{1}“ oder der Ordner ist schreibgeschützt, und ein Projekt braucht beides beschreibbar; in einen eigenen Ordner kopieren.</translation>
    </message>
    <message>
        <source>“{1}” says nothing of the videos that count for “{2}”; choose another one.</source>
        <translation>„{1}“ sagt nichts über die Videos, die für „{2}“ zählen; etwas anderes wählen.</translation>
    </message>
    <message>
        <source>“{1}” was cut off before its table of contents was written; copy it again from where it came, or repair it.</source>
        <translation>„{1}“ wurde abgeschnitten, bevor das Inhaltsverzeichnis geschrieben war; die Datei noch einmal von der Quelle kopieren oder reparieren.</translation>
    </message>
    <message>
        <source>“{1}” was made by a newer Reelmark; update the program to open it.</source>
        <translation>„{1}“ stammt von einem neueren Reelmark; das Programm aktualisieren, um es zu öffnen.</translation>
    </message>
    <message>
        <source>“{1}” was trained further since this run; analyse the video again.</source>
        <translation>„{1}“ wurde seit diesem Lauf weiter trainiert; das Video neu auswerten.</translation>
    </message>
    <message>
        <source>“{1}” would lie below itself</source>
        <translation>„{1}“ läge unter sich selbst</translation>
    </message>
    <message>
        <source>“{1}” would overlap “{2}”, and both belong to the exclusive group “{3}”</source>
        <translation>„{1}“ würde „{2}“ überlappen, und beide gehören zur exklusiven Gruppe „{3}“</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>(ceiling)</source>
        <translation>(Obergrenze)</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Drawing figures</source>
        <translation>Abbildungen werden gezeichnet</translation>
    </message>
    <message>
        <source>Drawing figures of {1}</source>
        <translation>Abbildungen von {1} werden gezeichnet</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0, 1000 kinds of things</source>
        <translation>EfficientNet-Lite0, 1000 Arten von Dingen</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Einbettungen</translation>
    </message>
    <message>
        <source>Features of a network.</source>
        <translation>Merkmale eines Netzes.</translation>
    </message>
    <message>
        <source>Features of {1}</source>
        <translation>Merkmale von {1}</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Finding activities</source>
        <translation>Aktivitäten werden gesucht</translation>
    </message>
    <message>
        <source>Fine-tuning {1}</source>
        <translation>Feinabstimmung von {1}</translation>
    </message>
    <message>
        <source>Foreseeing</source>
        <translation>Wird vorhergesehen</translation>
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
        <source>Looking for features</source>
        <translation>Merkmale werden gesucht</translation>
    </message>
    <message>
        <source>Looking for networks</source>
        <translation>Netze werden gesucht</translation>
    </message>
    <message>
        <source>Measuring motion</source>
        <translation>Bewegung wird gemessen</translation>
    </message>
    <message>
        <source>Optical flow</source>
        <translation>Optischer Fluss</translation>
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
        <source>Rendering</source>
        <translation>Wird ausgegeben</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Surprise, by an LSTM that predicts the next frames</source>
        <translation>Überraschung, von einem LSTM, das die nächsten Bilder vorhersagt</translation>
    </message>
    <message>
        <source>THUMOS&apos;14 has annotations for {1}, not for “{2}”.</source>
        <translation>THUMOS&apos;14 hat Annotationen für {1}, nicht für „{2}“.</translation>
    </message>
    <message>
        <source>Temporal coherence: embeddings, and what changes</source>
        <translation>Zeitlicher Zusammenhang: Einbettungen und was sich ändert</translation>
    </message>
    <message>
        <source>The annotations have the label “{1}”, which the list of labels lacks; add it there.</source>
        <translation>Die Annotationen haben das Label „{1}“, das in der Liste der Labels fehlt; es dort ergänzen.</translation>
    </message>
    <message>
        <source>The attributes are no JSON object of names and texts.</source>
        <translation>Die Merkmale sind kein JSON-Objekt aus Namen und Texten.</translation>
    </message>
    <message>
        <source>The attributes are no JSON object.</source>
        <translation>Die Merkmale sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The checkpoint {1} is not there; train again or choose another.</source>
        <translation>Der Checkpoint {1} ist nicht da; noch einmal trainieren oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>The disk that holds “{1}” cannot do safe shared writing; copy it to another local disk.</source>
        <translation>Das Laufwerk mit „{1}“ kann nicht sicher gemeinsam beschrieben werden; die Datei auf ein anderes lokales Laufwerk kopieren.</translation>
    </message>
    <message>
        <source>The disk that holds “{1}” is full; nothing was changed. Free some space and try again.</source>
        <translation>Das Laufwerk mit „{1}“ ist voll; nichts wurde geändert. Platz schaffen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk that holds “{1}” reports an error; nothing was changed. Check that it is connected and has space.</source>
        <translation>Das Laufwerk mit „{1}“ meldet einen Fehler; nichts wurde geändert. Prüfen, ob es angeschlossen ist und Platz hat.</translation>
    </message>
    <message>
        <source>The file holds no tensors by name; save the network&apos;s state_dict() and give that.</source>
        <translation>Die Datei enthält keine Tensoren mit Namen; den state_dict() des Netzes speichern und angeben.</translation>
    </message>
    <message>
        <source>The file is no file of PyTorch weights; give one that torch.save wrote.</source>
        <translation>Die Datei ist keine mit PyTorch-Gewichten; eine angeben, die torch.save geschrieben hat.</translation>
    </message>
    <message>
        <source>The file is none of the layouts that C3D comes in; give a PyTorch state dict, a Keras HDF5 file or a NumPy file of its layers.</source>
        <translation>Die Datei hat keine der Formen, in denen es C3D gibt; ein state dict von PyTorch, eine HDF5-Datei von Keras oder eine NumPy-Datei seiner Schichten angeben.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8; it was read as {1}, so look at letters with accents.</source>
        <translation>Die Datei ist nicht in UTF-8; sie wurde als {1} gelesen, also Umlaute und Akzente prüfen.</translation>
    </message>
    <message>
        <source>The file of weights holds a layer nobody expected ({1}); take another file.</source>
        <translation>Die Gewichtsdatei enthält eine unerwartete Schicht ({1}); eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The file of weights holds something that is no array ({1}); take another file.</source>
        <translation>Die Gewichtsdatei enthält etwas, das kein Array ist ({1}); eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The file of weights holds values that are no numbers ({1}); take another file.</source>
        <translation>Die Gewichtsdatei enthält Werte, die keine Zahlen sind ({1}); eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The file of weights is damaged; fetch it again.</source>
        <translation>Die Gewichtsdatei ist beschädigt; sie noch einmal holen.</translation>
    </message>
    <message>
        <source>The file of weights is far larger than C3D; take another file.</source>
        <translation>Die Gewichtsdatei ist viel größer als C3D; eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The file of weights is not all of C3D trained on Sports-1M (its layer {1} is missing or of another size); take another file.</source>
        <translation>Die Gewichtsdatei ist nicht das ganze, auf Sports-1M trainierte C3D (Schicht {1} fehlt oder hat eine andere Größe); eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The file of weights is of another network ({1} is too large); take another file.</source>
        <translation>Die Gewichtsdatei gehört zu einem anderen Netz ({1} ist zu groß); eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The file of weights points elsewhere ({1}); take another file.</source>
        <translation>Die Gewichtsdatei verweist anderswohin ({1}); eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>The files that were labelled have changed since ({1}); put the old ones back, or add the new ones as videos of their own and label them.</source>
        <translation>Die gelabelten Dateien haben sich seither geändert ({1}); die alten zurücklegen oder die neuen als eigene Videos hinzufügen und labeln.</translation>
    </message>
    <message>
        <source>The fine-tuned weights {1} of “{2}” are gone; learn from corrections again.</source>
        <translation>Die feinabgestimmten Gewichte {1} von „{2}“ sind nicht mehr da; noch einmal aus Korrekturen lernen.</translation>
    </message>
    <message>
        <source>The folder “{1}” cannot be read ({2}); check its permissions.</source>
        <translation>Der Ordner „{1}“ kann nicht gelesen werden ({2}); seine Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>The folder “{1}” holds no images; choose a video file or a folder of PNG or JPEG.</source>
        <translation>Der Ordner „{1}“ enthält keine Bilder; eine Videodatei oder einen Ordner mit PNG oder JPEG wählen.</translation>
    </message>
    <message>
        <source>The format “{1}” can only be read; choose another one to write.</source>
        <translation>Das Format „{1}“ kann nur gelesen werden; zum Schreiben ein anderes wählen.</translation>
    </message>
    <message>
        <source>The format “{1}” can only be written; choose another one to read.</source>
        <translation>Das Format „{1}“ kann nur geschrieben werden; zum Lesen ein anderes wählen.</translation>
    </message>
    <message>
        <source>The header promises {1} s, the pictures end after {2} s.</source>
        <translation>Der Dateikopf verspricht {1} s, die Bilder enden nach {2} s.</translation>
    </message>
    <message>
        <source>The header promises {1}, the file holds {2}: it was probably cut off.</source>
        <translation>Der Dateikopf verspricht {1}, die Datei enthält {2}: sie wurde wohl abgeschnitten.</translation>
    </message>
    <message>
        <source>The images differ in size; all are scaled to the first one&apos;s.</source>
        <translation>Die Bilder sind verschieden groß; alle werden auf die Größe des ersten gebracht.</translation>
    </message>
    <message>
        <source>The kernels of {1} lie in an order that nobody expected ({2}); take another file of C3D.</source>
        <translation>Die Kerne von {1} liegen in unerwarteter Reihenfolge ({2}); eine andere C3D-Datei nehmen.</translation>
    </message>
    <message>
        <source>The key {1} already gives “{2}”; choose another key.</source>
        <translation>Die Taste {1} vergibt schon „{2}“; eine andere wählen.</translation>
    </message>
    <message>
        <source>The key {1} already gives “{2}”; it got none.</source>
        <translation>Die Taste {1} vergibt schon „{2}“; es bekam keine.</translation>
    </message>
    <message>
        <source>The key {1} already means “{2}”; choose another key.</source>
        <translation>Die Taste {1} bedeutet schon „{2}“; eine andere wählen.</translation>
    </message>
    <message>
        <source>The key {1} means “{2}”; it got none.</source>
        <translation>Die Taste {1} bedeutet „{2}“; es bekam keine.</translation>
    </message>
    <message>
        <source>The label above was removed meanwhile; choose another one.</source>
        <translation>Das Label darüber wurde inzwischen entfernt; ein anderes wählen.</translation>
    </message>
    <message>
        <source>The label has no name.</source>
        <translation>Das Label hat keinen Namen.</translation>
    </message>
    <message>
        <source>The label “{1}” was taken as “{2}”.</source>
        <translation>Das Label „{1}“ wurde als „{2}“ genommen.</translation>
    </message>
    <message>
        <source>The line has no label.</source>
        <translation>Die Zeile hat kein Label.</translation>
    </message>
    <message>
        <source>The line has no video.</source>
        <translation>Die Zeile hat kein Video.</translation>
    </message>
    <message>
        <source>The matrix of {1} has an unexpected shape ({2}); take another file of C3D.</source>
        <translation>Die Matrix von {1} hat eine unerwartete Form ({2}); eine andere C3D-Datei nehmen.</translation>
    </message>
    <message>
        <source>The name stands there twice; the first one counts.</source>
        <translation>Der Name steht zweimal da; der erste zählt.</translation>
    </message>
    <message>
        <source>The path of “{1}” is not in UTF-8, so a project cannot hold it; rename it.</source>
        <translation>Der Pfad von „{1}“ ist nicht in UTF-8, ein Projekt kann ihn also nicht speichern; die Datei umbenennen.</translation>
    </message>
    <message>
        <source>The playhead must be inside the segment to split it; move it there first.</source>
        <translation>Zum Teilen muss die Abspielposition im Segment liegen; sie zuerst dorthin setzen.</translation>
    </message>
    <message>
        <source>The pretrained encoder has another size than the classifier; pretrain one with as many units, layers and features.</source>
        <translation>Der vortrainierte Encoder hat eine andere Größe als der Klassifikator; einen mit gleich vielen Einheiten, Schichten und Merkmalen vortrainieren.</translation>
    </message>
    <message>
        <source>The project was changed meanwhile; merge again.</source>
        <translation>Das Projekt wurde inzwischen geändert; noch einmal zusammenführen.</translation>
    </message>
    <message>
        <source>The run cannot be stored: {1}.</source>
        <translation>Der Lauf kann nicht gespeichert werden: {1}.</translation>
    </message>
    <message>
        <source>The score is not a number.</source>
        <translation>Der Wert ist keine Zahl.</translation>
    </message>
    <message>
        <source>The score {1} is not between 0 and 1; it was left out.</source>
        <translation>Der Wert {1} liegt nicht zwischen 0 und 1; er wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The scores of this run are not cached any more; find activities again before you change how strict it is.</source>
        <translation>Die Werte dieses Laufs sind nicht mehr gespeichert; noch einmal Aktivitäten finden, bevor die Strenge geändert wird.</translation>
    </message>
    <message>
        <source>The segment has no label.</source>
        <translation>Das Segment hat kein Label.</translation>
    </message>
    <message>
        <source>The segment has no “segment”: [start, stop] in seconds.</source>
        <translation>Das Segment hat kein „segment“: [Anfang, Ende] in Sekunden.</translation>
    </message>
    <message>
        <source>The sound of “{1}” cannot be read ({2}); it plays without.</source>
        <translation>Der Ton von „{1}“ kann nicht gelesen werden ({2}); es läuft ohne.</translation>
    </message>
    <message>
        <source>The state “{1}” is unknown; it was taken as human.</source>
        <translation>Der Zustand „{1}“ ist unbekannt; er wurde als „human“ genommen.</translation>
    </message>
    <message>
        <source>The track or the label was removed meanwhile; refresh and try again.</source>
        <translation>Die Spur oder das Label wurde inzwischen entfernt; neu laden und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The training cannot be kept in {1}; free space there.</source>
        <translation>Das Training kann in {1} nicht aufgehoben werden; dort Platz schaffen.</translation>
    </message>
    <message>
        <source>The training went astray: its loss is no number any more. Train with a lower rate.</source>
        <translation>Das Training ist entgleist: sein Verlust ist keine Zahl mehr. Mit kleinerer Lernrate trainieren.</translation>
    </message>
    <message>
        <source>The video was removed meanwhile; add it again first.</source>
        <translation>Das Video wurde inzwischen entfernt; es zuerst wieder hinzufügen.</translation>
    </message>
    <message>
        <source>The video {1} is not where it was; find it first.</source>
        <translation>Das Video {1} ist nicht, wo es war; es zuerst suchen.</translation>
    </message>
    <message>
        <source>The video “{1}” is not at {2} any more; relink it to where it is now.</source>
        <translation>Das Video „{1}“ ist nicht mehr in {2}; es neu verknüpfen mit dem Ort, an dem es jetzt liegt.</translation>
    </message>
    <message>
        <source>The weights ask to run {1}.{2}; only files of plain arrays are read, so take another file.</source>
        <translation>Die Gewichte wollen {1}.{2} ausführen; nur Dateien mit einfachen Arrays werden gelesen, also eine andere nehmen.</translation>
    </message>
    <message>
        <source>The weights ask to run {1}.{2}; only files of plain tensors are read, so take another file.</source>
        <translation>Die Gewichte wollen {1}.{2} ausführen; nur Dateien mit einfachen Tensoren werden gelesen, also eine andere nehmen.</translation>
    </message>
    <message>
        <source>The weights for “{1}” are damaged: some are no numbers; choose others.</source>
        <translation>Die Gewichte für „{1}“ sind beschädigt: einige sind keine Zahlen; andere wählen.</translation>
    </message>
    <message>
        <source>The weights were saved on a big-endian computer; save them on another one.</source>
        <translation>Die Gewichte wurden auf einem Big-Endian-Rechner gespeichert; sie auf einem anderen speichern.</translation>
    </message>
    <message>
        <source>Theirs ({1}) overlaps what excludes it; it is on “{2}”.</source>
        <translation>Die andere Fassung ({1}) überlappt, was sie ausschließt; sie liegt auf „{2}“.</translation>
    </message>
    <message>
        <source>There is a label “{1}” already; choose another name.</source>
        <translation>Ein Label „{1}“ gibt es schon; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no asset “{1}”; there are {2}.</source>
        <translation>„{1}“ gibt es nicht zu holen; es gibt {2}.</translation>
    </message>
    <message>
        <source>There is no device “{1}”; choose auto, cuda, mps or cpu.</source>
        <translation>Ein Gerät „{1}“ gibt es nicht; auto, cuda, mps oder cpu wählen.</translation>
    </message>
    <message>
        <source>There is no file {1}; check the name.</source>
        <translation>Die Datei {1} gibt es nicht; den Namen prüfen.</translation>
    </message>
    <message>
        <source>There is no file {1}; choose the video&apos;s new place.</source>
        <translation>Die Datei {1} gibt es nicht; den neuen Ort des Videos wählen.</translation>
    </message>
    <message>
        <source>There is no folder {1} for the project; make it or choose another one.</source>
        <translation>Den Ordner {1} für das Projekt gibt es nicht; ihn anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>There is no folder {1}; name the one that holds {2}.</source>
        <translation>Den Ordner {1} gibt es nicht; den nennen, der dies enthält: {2}.</translation>
    </message>
    <message>
        <source>There is no format “{1}”; choose one of {2}.</source>
        <translation>Ein Format „{1}“ gibt es nicht; eines davon wählen: {2}.</translation>
    </message>
    <message>
        <source>There is no gap at the playhead; put it between two segments.</source>
        <translation>An der Abspielposition ist keine Lücke; sie zwischen zwei Segmente setzen.</translation>
    </message>
    <message>
        <source>There is no gap to a neighbour on that side; E chooses the other edge.</source>
        <translation>Auf dieser Seite ist keine Lücke zu einem Nachbarn; E wählt die andere Kante.</translation>
    </message>
    <message>
        <source>There is no label “{1}” to lie below; it stands at the top.</source>
        <translation>Ein Label „{1}“, unter dem es liegen könnte, gibt es nicht; es steht ganz oben.</translation>
    </message>
    <message>
        <source>There is no list of segments here.</source>
        <translation>Hier ist keine Liste von Segmenten.</translation>
    </message>
    <message>
        <source>There is no model “{1}”; there are {2}.</source>
        <translation>Ein Modell „{1}“ gibt es nicht; es gibt {2}.</translation>
    </message>
    <message>
        <source>There is no project {1}; check the name.</source>
        <translation>Das Projekt {1} gibt es nicht; den Namen prüfen.</translation>
    </message>
    <message>
        <source>There is no room at the playhead; move it further to the front and paste again.</source>
        <translation>An der Abspielposition ist kein Platz; sie weiter nach vorn setzen und noch einmal einfügen.</translation>
    </message>
    <message>
        <source>There is no room behind the selection; copy it and paste it elsewhere.</source>
        <translation>Hinter der Auswahl ist kein Platz; sie kopieren und anderswo einfügen.</translation>
    </message>
    <message>
        <source>There is no room to push the neighbours between them; let overlaps be trimmed.</source>
        <translation>Es ist kein Platz, die Nachbarn dazwischen zu schieben; Überlappungen kürzen lassen.</translation>
    </message>
    <message>
        <source>There is no room to push what comes after; let overlaps be trimmed, or drag less far.</source>
        <translation>Es ist kein Platz, das Folgende zu schieben; Überlappungen kürzen lassen oder weniger weit ziehen.</translation>
    </message>
    <message>
        <source>There is no room to push what comes before; let overlaps be trimmed, or drag less far.</source>
        <translation>Es ist kein Platz, das Vorige zu schieben; Überlappungen kürzen lassen oder weniger weit ziehen.</translation>
    </message>
    <message>
        <source>There is no run “{1}” in this project; there is {2}.</source>
        <translation>Einen Lauf „{1}“ gibt es in diesem Projekt nicht; es gibt {2}.</translation>
    </message>
    <message>
        <source>There is no track “{1}” in {2}; there is {3}.</source>
        <translation>Eine Spur „{1}“ gibt es in {2} nicht; es gibt {3}.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: accept, correct or draw segments, and mark what you looked at as reviewed.</source>
        <translation>Es gibt noch nichts, woraus zu lernen wäre: Segmente annehmen, korrigieren oder zeichnen und als durchgesehen markieren, was angesehen wurde.</translation>
    </message>
    <message>
        <source>There is nothing to measure yet; choose a run, or another person&apos;s track.</source>
        <translation>Es gibt noch nichts zu messen; einen Lauf oder die Spur einer anderen Person wählen.</translation>
    </message>
    <message>
        <source>There is only one label (“{1}”), so it can only be mistaken for nothing.</source>
        <translation>Es gibt nur ein Label („{1}“); es kann also nur mit nichts verwechselt werden.</translation>
    </message>
    <message>
        <source>These weights do not fit the model “{1}”; choose others.</source>
        <translation>Diese Gewichte passen nicht zum Modell „{1}“; andere wählen.</translation>
    </message>
    <message>
        <source>These weights of “{1}” do not fit the features of “{2}”; choose others.</source>
        <translation>Diese Gewichte von „{1}“ passen nicht zu den Merkmalen von „{2}“; andere wählen.</translation>
    </message>
    <message>
        <source>These {1} videos do not fill {2} streams of {3} clips; take more videos, or fewer streams.</source>
        <translation>Diese {1} Videos füllen keine {2} Ströme von {3} Clips; mehr Videos oder weniger Ströme nehmen.</translation>
    </message>
    <message>
        <source>They deleted what you changed; yours ({1}) stays.</source>
        <translation>Drüben wurde gelöscht, was hier geändert wurde; das eigene ({1}) bleibt.</translation>
    </message>
    <message>
        <source>They removed {1}, but it is in use here; it stays.</source>
        <translation>Drüben wurde {1} entfernt, hier wird es benutzt; es bleibt.</translation>
    </message>
    <message>
        <source>This computer has no {1} device that PyTorch can use; choose auto or cpu.</source>
        <translation>Dieser Rechner hat kein {1}-Gerät, das PyTorch benutzen kann; auto oder cpu wählen.</translation>
    </message>
    <message>
        <source>This is not a segment but a bare value.</source>
        <translation>Das ist kein Segment, sondern ein bloßer Wert.</translation>
    </message>
    <message>
        <source>This run is not in the project any more; choose another.</source>
        <translation>Dieser Lauf ist nicht mehr im Projekt; einen anderen wählen.</translation>
    </message>
    <message>
        <source>This track belongs to a run; remove the run instead.</source>
        <translation>Diese Spur gehört zu einem Lauf; stattdessen den Lauf entfernen.</translation>
    </message>
    <message>
        <source>This video has only {1} frame, and “{2}” needs at least {3}; choose a longer one.</source>
        <translation>Dieses Video hat nur {1} Bild, und „{2}“ braucht mindestens {3}; ein längeres wählen.</translation>
    </message>
    <message>
        <source>This video has only {1} frames, and “{2}” needs at least {3}; choose a longer one.</source>
        <translation>Dieses Video hat nur {1} Bilder, und „{2}“ braucht mindestens {3}; ein längeres wählen.</translation>
    </message>
    <message>
        <source>This video is too short for “{1}”; choose a longer one.</source>
        <translation>Dieses Video ist zu kurz für „{1}“; ein längeres wählen.</translation>
    </message>
    <message>
        <source>This was added already; refresh and try again.</source>
        <translation>Das wurde schon hinzugefügt; neu laden und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>Trained on {1}</source>
        <translation>Trainiert auf {1}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>Verbindung ist getrennt</translation>
    </message>
    <message>
        <source>Two streams, picture and optical flow</source>
        <translation>Zwei Ströme, Bild und optischer Fluss</translation>
    </message>
    <message>
        <source>UCF-101 has the splits 1, 2 and 3, not {1}.</source>
        <translation>UCF-101 hat die Aufteilungen 1, 2 und 3, nicht {1}.</translation>
    </message>
    <message>
        <source>Verifying frames</source>
        <translation>Bilder werden geprüft</translation>
    </message>
    <message>
        <source>Verifying images</source>
        <translation>Einzelbilder werden geprüft</translation>
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
<context>
    <name>words</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>dd MMM yyyy HH:mm</source>
        <translation>dd. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>dd MMM HH:mm</source>
        <translation>dd. MMM HH:mm</translation>
    </message>
    <message>
        <source>dd MMM yyyy HH:mm:ss</source>
        <translation>dd. MMM yyyy HH:mm:ss</translation>
    </message>
</context>
</TS>
