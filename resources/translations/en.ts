<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AttachmentsController</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%Ln file written.</numerusform>
            <numerusform>%Ln files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message numerus="yes">
        <source>%n of them today.</source>
        <translation>
            <numerusform>%Ln of them today.</numerusform>
            <numerusform>%Ln of them today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) from the server?</source>
        <translation>
            <numerusform>Delete %Ln message from the server?</numerusform>
            <numerusform>Delete %Ln messages from the server?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) that are not saved on this computer?</source>
        <translation>
            <numerusform>Delete %Ln message that is not saved on this computer?</numerusform>
            <numerusform>Delete %Ln messages that are not saved on this computer?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From now on %n message(s) would be deleted from the server.</source>
        <translation>
            <numerusform>From now on %Ln message would be deleted from the server.</numerusform>
            <numerusform>From now on %Ln messages would be deleted from the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%Ln attachment</numerusform>
            <numerusform>%Ln attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gigabyte(s)</source>
        <translation>
            <numerusform>%Ln gigabyte</numerusform>
            <numerusform>%Ln gigabytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kilobyte(s)</source>
        <translation>
            <numerusform>%Ln kilobyte</numerusform>
            <numerusform>%Ln kilobytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n megabyte(s)</source>
        <translation>
            <numerusform>%Ln megabyte</numerusform>
            <numerusform>%Ln megabytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterHead</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterNotes</name>
    <message numerus="yes">
        <source>%n picture(s) not loaded, to protect your privacy</source>
        <translation>
            <numerusform>%Ln picture not loaded, to protect your privacy</numerusform>
            <numerusform>%Ln pictures not loaded, to protect your privacy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracking pixel(s) removed</source>
        <translation>
            <numerusform>%Ln tracking pixel removed</numerusform>
            <numerusform>%Ln tracking pixels removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message numerus="yes">
        <source>%n deletion(s) cancelled.</source>
        <translation>
            <numerusform>%Ln deletion cancelled.</numerusform>
            <numerusform>%Ln deletions cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are damaged.</source>
        <translation>
            <numerusform>%Ln message are damaged.</numerusform>
            <numerusform>%Ln messages are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <translation>
            <numerusform>%Ln message could not be read.</numerusform>
            <numerusform>%Ln messages could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) deleted from the server.</source>
        <translation>
            <numerusform>%Ln message deleted from the server.</numerusform>
            <numerusform>%Ln messages deleted from the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server.</source>
        <translation>
            <numerusform>%Ln message on the server.</numerusform>
            <numerusform>%Ln messages on the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) saved.</source>
        <translation>
            <numerusform>%Ln message saved.</numerusform>
            <numerusform>%Ln messages saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be deleted from the server.</source>
        <translation>
            <numerusform>%Ln message will be deleted from the server.</numerusform>
            <numerusform>%Ln messages will be deleted from the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be saved here, then deleted from the server.</source>
        <translation>
            <numerusform>%Ln message will be saved here, then deleted from the server.</numerusform>
            <numerusform>%Ln messages will be saved here, then deleted from the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will be saved here.</source>
        <translation>
            <numerusform>%Ln message will be saved here.</numerusform>
            <numerusform>%Ln messages will be saved here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will stay on the server.</source>
        <translation>
            <numerusform>%Ln message will stay on the server.</numerusform>
            <numerusform>%Ln messages will stay on the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s).</source>
        <translation>
            <numerusform>%Ln new message.</numerusform>
            <numerusform>%Ln new messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved message(s) were read back.</source>
        <translation>
            <numerusform>%Ln saved message were read back.</numerusform>
            <numerusform>%Ln saved messages were read back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %n message(s).</source>
        <translation>
            <numerusform>Taken back for %Ln message.</numerusform>
            <numerusform>Taken back for %Ln messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not delete %n message(s). Its own rules apply.</source>
        <translation>
            <numerusform>The provider did not delete %Ln message. Its own rules apply.</numerusform>
            <numerusform>The provider did not delete %Ln messages. Its own rules apply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server lists %n message(s) fewer than last time. Nothing was forgotten, and nothing is deleted until the next check agrees.</source>
        <translation>
            <numerusform>The server lists %Ln message fewer than last time. Nothing was forgotten, and nothing is deleted until the next check agrees.</numerusform>
            <numerusform>The server lists %Ln messages fewer than last time. Nothing was forgotten, and nothing is deleted until the next check agrees.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyList</name>
    <message numerus="yes">
        <source>The rule would delete %n message(s), all saved here:</source>
        <translation>
            <numerusform>The rule would delete %Ln message, which is saved here:</numerusform>
            <numerusform>The rule would delete %Ln messages, all saved here:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message numerus="yes">
        <source>%n message(s) chosen</source>
        <translation>
            <numerusform>%Ln message chosen</numerusform>
            <numerusform>%Ln messages chosen</numerusform>
        </translation>
    </message>
</context>
</TS>
