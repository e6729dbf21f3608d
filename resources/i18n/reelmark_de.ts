<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AnalyseDialog</name>
    <message>
        <source>Find activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moment counts when the network gives it at least this score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are averaged over this much time before the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter activities are dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities of one label closer together than this become one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different labels a video may get at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minimum length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge &amp;gaps up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels per video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse this video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on {device}, in the background; found activities appear on a track of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another checkpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (the {form} form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundaryEdit</name>
    <message>
        <source>{name}, as time; type one (62.5 or 1:02.500) and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, as frame; type a number and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForesightPresenter</name>
    <message>
        <source>Choose a run in the Runs panel, of a network that gives next frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was foreseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was foreseen of frame {frame}: error {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help for Reelmark {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>Select a segment on the timeline to see and change it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best labels of this video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>{count} more waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} · {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyEdit</name>
    <message>
        <source>press</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each label has a key of its own, shown in the Labels list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search actions, labels and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row, press Enter, then the new keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label&apos;s key is one letter, one digit or a function key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} belongs to {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has this key already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} is now on {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} has no key now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action has its own keys again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelPane</name>
    <message>
        <source>Find or add a label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the typed label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to find a label; Enter takes it, or adds it when there is none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name above and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of one group never overlap on one track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New exclusive group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of one group never overlap. Its name:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type what to do, a label, or a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, label or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits; try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source> variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every frame checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {count} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ 1 problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>1 segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPresenter</name>
    <message>
        <source>The scores of this run are not cached any more; analyse the video again to move its sliders.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>No analysis yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all segments of this run to your own track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this run off the timeline; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segments found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 segment found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F5 to find activities,
then correct them on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Open a video
2. Find its activities (F5)
3. Correct them on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreBars</name>
    <message>
        <source>Best labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SegmentForm</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePresenter</name>
    <message>
        <source>The file is not where it was; right-click to find it where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is this video now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction of {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a removed run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Drop a video here, or press Ctrl+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then find its activities (F5), and correct them on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineArea</name>
    <message>
        <source>No video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its activities and labels will stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the timeline yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F5 to find activities, or add a label and drag across its row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments of the video, one row for each track and label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainDialog</name>
    <message>
        <source>Train {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick: the small build, about five minutes on two cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {form} form: {count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s size: {count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the command, to run it in a terminal instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}. Its experiment needs {needs} in the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data sets of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on {device}, in the background; cancelled, it goes on next time from where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds the data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder with the data sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Time; type one (62.5 or 1:02.500) and press Enter to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame; type a number and press Enter to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoModel</name>
    <message>
        <source>variable frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} frames, {rate} per second, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every frame was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames are still being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities were searched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoPane</name>
    <message>
        <source>Find a video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here, or press +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the missing file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relink…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeStrip</name>
    <message>
        <source>Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the first steps; Help brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Find, correct and learn activities in video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reelmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source under Apache-2.0; the built program as a whole is conveyed under GPL-3.0, because its FFmpeg links x264 and x265. Qt {version} and PySide6 under LGPL-3.0. The notices of everything carried are installed beside the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About Reelmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add segment from in to out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel running jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear in, out and selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find activities in all videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, label or video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import annotations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play / pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play backwards, faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play forwards, faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the newest run of this video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render annotated video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set end to playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set in point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set out point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set start to playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was foreseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split at playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dials</name>
    <message>
        <source>A moment counts when its score is at least this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities of one label that are closer together become one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are averaged over this much time first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter activities are dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are set now; Settings → Keys changes them. Labels have keys of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keymap</name>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of {file} are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys are written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no file of keys; choose one that was exported here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} gives {key} to {count} actions ({names}); keep one of them in the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>1 activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file for {asset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated video written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations (*.json *.csv *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every frame of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {asset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding activities in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 video (*.mp4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activity reached the threshold in {name}. Lower it with the slider in the Runs panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reelmark project (*.reelmark)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render annotated video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a segment and put the playhead inside it to split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a segment, or set in and out points (I and O), to loop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set an in point (I) and an out point (O) first, or drag in a row of the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no segment further back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no segment further on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video has no run to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more problems; `reelmark import` on the command line lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} found in {name}. Drag their edges to correct them; A accepts, R rejects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} exists already; open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} is trained; F5 finds activities with it. {measured} of {rows} rows of the paper&apos;s table were measured; table and figures are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{segments} imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{segments} written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>networks</name>
    <message>
        <source>, {count} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, finds {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something surprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much a moment surprises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores of activities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Label: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo or redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a segment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two segments or more first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a prediction first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set an in and an out point first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragged edges snap to the playhead and other edges; Alt suspends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three steps above the player, at every start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not there is refused when a network starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written into the segments you make; empty means your login name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted, not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Open a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files on the window, choose them, or begin with the sample clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find its activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network looks through it on this computer; what it finds is a track of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find activities…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a segment and drag its edges; A accepts it, R rejects it. Everything is on disk at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the whole way: open, analyse, correct. F1 opens the help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
