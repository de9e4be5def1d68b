package org.throughline.problem;

/** The kinds of problem that the hub itself finds; a mapping adds its own check ids to these. */
public enum ProblemCode {
    /** The bytes are no text in any encoding that the mapping names. */
    UNDECODABLE(Level.REJECT, "Save the file in one of the encodings named and send it again."),
    /** The file ends inside a quoted field. */
    QUOTE_NOT_CLOSED(
            Level.HOLD_FILE, "Close the quote at the place named, or double a quote that is part of the text."),
    /** A quote stands inside an unquoted field, or text follows a closing quote. */
    QUOTE_MISPLACED(Level.REJECT, "Put the whole field in quotes and double every quote inside it."),
    /** A record has more or fewer fields than the header. */
    FIELD_COUNT(
            Level.REJECT,
            "Send exactly one value for each column of the header; quote a value that holds the delimiter."),
    /** A field is longer than the limit. */
    FIELD_TOO_LONG(Level.REJECT, "Shorten the value, or look for a quote that is never closed."),
    /** A NUL or another control character stands in a field. */
    CONTROL_CHARACTER(Level.REJECT, "Remove the control character and send the row again."),
    /** The file has no header, or no content at all. */
    HEADER_MISSING(Level.HOLD_FILE, "Send the file with its header line."),
    /** A column name stands twice in the header. */
    HEADER_DUPLICATE(Level.HOLD_FILE, "Give every column its own name."),
    /** A column of the header has no name. */
    HEADER_BLANK(Level.HOLD_FILE, "Name the column, or remove it."),
    /** The header is not the one agreed, name for name. */
    HEADER_DIFFERS(Level.HOLD_FILE, "Send the columns agreed, in the order agreed."),
    /** A column that the mapping needs is not in the file. */
    COLUMN_MISSING(Level.HOLD_FILE, "Send the column, or have the mapping changed."),
    /** A column that the mapping leaves aside is not in the file. */
    COLUMN_GONE(Level.NOTE, "Nothing is lost; tell the hub's staff if the column is gone for good."),
    /** A column that the mapping does not know. */
    COLUMN_NEW(Level.HOLD_FILE, "Have the new column mapped or named under ignore, or remove it."),
    /** A column is spelled in another case than agreed. */
    COLUMN_CASE(Level.NOTE, "Spell the column as agreed."),
    /** A file looks otherwise than the one that was loaded before it. */
    FILE_DRIFT(
            Level.NOTE,
            "Ask the sender whether it is meant; then change the mapping as proposed, or have the file changed."),
    /** The file, or a line of it, is no JSON or no XML, or breaks off. */
    NOT_WELL_FORMED(Level.HOLD_FILE, "Write the file as its format prescribes, whole, and send it again."),
    /** An XML file has a document type declaration, which could reach outside the file or blow it up. */
    DOCTYPE_REFUSED(Level.HOLD_FILE, "Write the file without a document type declaration and without entities."),
    /** A resource is not as FHIR R4 has it. */
    RESOURCE_INVALID(Level.REJECT, "Write the resource as FHIR R4 prescribes; look at the element named."),
    /** A bundle says that it is a part of more. */
    BUNDLE_INCOMPLETE(Level.WARN, "Send all pages of the answer, or one bundle with all entries."),
    /** Objects or elements stand deeper in each other than the limit. */
    TOO_DEEP(Level.HOLD_FILE, "Send the records without so many levels."),
    /** More different paths than the limit. */
    COLUMNS_TOO_MANY(
            Level.HOLD_FILE, "Send objects with agreed names; put what varies into values, or into rows of its own."),
    /** A check over groups of records found more groups than the limit. */
    GROUPS_TOO_MANY(Level.HOLD_FILE, "Send the file in parts, or have the fields changed by which the check groups."),
    /** The path at which the rows are agreed is not in the file. */
    ROWS_MISSING(Level.HOLD_FILE, "Send the records at the path agreed, or have the mapping changed."),
    /** A name stands twice in the same object. */
    NAME_TWICE(Level.REJECT, "Write each name once in an object."),
    /** A single value, an object or an array stands where another of these is agreed. */
    KIND_DIFFERS(Level.REJECT, "Send the value in the shape agreed, or have the mapping changed."),
    /** The archive cannot be read, or breaks a limit. */
    ARCHIVE_REFUSED(Level.HOLD_FILE, "Pack the plain files into a new zip and send it again."),
    /** An entry of the archive that an operating system leaves behind, and nobody needs. */
    ENTRY_LEFT_ASIDE(Level.NOTE, "Nothing to do."),
    /** A member that the mapping expects is not in the archive. */
    MEMBER_MISSING(Level.HOLD_FILE, "Send the archive with all its members."),
    /** A member that the mapping does not know. */
    MEMBER_NEW(Level.HOLD_FILE, "Have the member named in the mapping, or leave it out."),
    /** The workbook cannot be read, or breaks a limit. */
    WORKBOOK_REFUSED(
            Level.HOLD_FILE,
            "Open the workbook in your spreadsheet program, save it as an Excel workbook (.xlsx) and send it again."),
    /** The workbook is protected by a password. */
    WORKBOOK_PROTECTED(
            Level.HOLD_FILE, "Save the workbook without a password and send it again; the transport keeps it secret."),
    /** The workbook is of the kind before Excel 2007. */
    WORKBOOK_OLD(Level.HOLD_FILE, "Save the workbook as an Excel workbook (.xlsx) and send it again."),
    /** The workbook has no sheet that can be read as agreed. */
    SHEET_MISSING(Level.HOLD_FILE, "Send the workbook with the sheet agreed."),
    /** The sheet agreed is hidden. */
    SHEET_HIDDEN(Level.HOLD_FILE, "Show the sheet and send the workbook again."),
    /** More than one sheet holds something, and none is agreed. */
    SHEET_UNDECIDED(
            Level.HOLD_FILE, "Send a workbook with one sheet, or have the sheet to be read named in the mapping."),
    /** A label by which a place in the sheet is found is not there, or stands twice. */
    LABEL_MISSING(Level.HOLD_FILE, "Send the sheet with its labels as agreed."),
    /** A cell holds an error instead of a value. */
    CELL_ERROR(Level.REJECT, "Mend the formula in the cell, or clear the cell, and send the workbook again."),
    /** A cell holds a formula whose result the program that wrote the file did not store. */
    FORMULA_WITHOUT_VALUE(
            Level.REJECT,
            "Open the workbook in your spreadsheet program, let it calculate, save it and send it again."),
    /** A cell cannot be read for what it says it is. */
    CELL_UNREADABLE(Level.REJECT, "Type the value of the cell anew and send the workbook again."),
    /** A kind of record that the mapping does not take, in a file that holds several kinds. */
    KIND_NEW(
            Level.HOLD_ROW,
            "Have this kind of record added to the mapping, or leave it out; what came is kept and stays held."),
    /** The header or trailer of a file is missing, stands twice, or stands at the wrong place. */
    CONTROL_RECORD(Level.HOLD_FILE, "Send the file whole, with its header first and its trailer last."),
    /** A value of the header or trailer is missing or none of those agreed. */
    CONTROL_FIELD(Level.HOLD_FILE, "Correct the header or trailer and send the file again."),
    /** A count or total that the header or trailer gives disagrees with the records of the file. */
    CONTROL_TOTAL(
            Level.HOLD_FILE,
            "Send the file whole; where nothing is missing, correct the number in its header or trailer."),
    /** A required value is empty. */
    FIELD_MISSING(Level.HOLD_ROW, "Fill in the value and send the row again."),
    /** The key of the record is empty. */
    KEY_MISSING(Level.REJECT, "Send the record with its key."),
    /** A value is not of the type agreed. */
    FIELD_TYPE(Level.HOLD_ROW, "Correct the value and send the row again."),
    /** A value breaks a constraint: pattern, minimum, maximum, length. */
    FIELD_CONSTRAINT(Level.HOLD_ROW, "Correct the value and send the row again."),
    /** A code is not in the crosswalk. */
    CODE_NOT_IN_CROSSWALK(Level.HOLD_ROW, "Send one of the codes agreed, or have the new code added to the mapping."),
    /** A code is in the crosswalk, but not in force on the day that counts. */
    CODE_NOT_IN_FORCE(
            Level.HOLD_ROW,
            "Send a code that is in force on that day, or have the days of the code corrected in its list."),
    /** An expression of the mapping cannot be evaluated for this record. */
    EXPRESSION(Level.HOLD_ROW, "Check the values named; if they are right, have the mapping changed."),
    /** The same key stands twice in one file with different content. */
    KEY_TWICE(Level.HOLD_ROW, "Send each key once, or the same content each time."),
    /** A later record of the same file says more of the same key. */
    LATER_IN_FILE(Level.NOTE, "Nothing to do: the last record of a key counts."),
    /** The parent of a record has not arrived. */
    PARENT_MISSING(Level.NOTE, "Send the parent record; this one is taken up by itself when it arrives."),
    /** A merge names a client that goes on and has not arrived. */
    MERGE_AWAITS_CLIENT(Level.NOTE, "Send the client that goes on; the merge takes effect by itself when it arrives."),
    /** Merges of one sender contradict each other, or a person's ruling; none of them is in force. */
    MERGE_CONTRADICTED(
            Level.WARN, "Take back the merge that is wrong; the other then takes effect. Until then neither does."),
    /** The hub already holds a version that the sender changed later. */
    OLDER_THAN_KNOWN(
            Level.NOTE,
            "Nothing to do if the newer version is right; otherwise send the row with a newer change date."),
    /** A snapshot leaves out more records than it may close without a person's yes. */
    SNAPSHOT_CLOSES_TOO_MUCH(
            Level.HOLD_FILE,
            "Send a complete file, or ask the hub's staff to release the submission if the records are really gone."),
    /** A file takes back more clients than it may without a person's yes; what hangs on them would end too. */
    CASCADE_ENDS_TOO_MUCH(
            Level.HOLD_FILE,
            "Send only the numbers that were given by mistake, or ask the hub's staff to release the submission."),
    /** Rows that cannot be read far enough keep a snapshot from ending what is absent. */
    SNAPSHOT_NOT_CLOSED(Level.NOTE, "Correct the rows named and send the file again; what is really gone then ends."),
    /** A snapshot is decided only after a later one was loaded, so that loading it would bring back what has ended. */
    SNAPSHOT_OVERTAKEN(
            Level.HOLD_FILE,
            "Nothing to do if the later file is right; otherwise send a new one that says what holds."),
    /** A snapshot that a later one had replaced came again, so that what it says holds once more. */
    EARLIER_SNAPSHOT(
            Level.WARN, "Nothing to do if it is meant; if an old file was sent by mistake, send the newest one again."),
    /** The mapping's own rule holds the whole file. */
    FILE_RULE(
            Level.HOLD_FILE,
            "Check the file against the rule named and send it again, or ask the hub's staff to release it."),
    /** The file as a whole is held, and this record with it. */
    FILE_HELD(Level.HOLD_ROW, "Mend what holds the file; the record itself has no problem of its own."),
    /** The feed is being tested, so that nothing of the file is stored. */
    FEED_TESTING(Level.NOTE, "Mend what else the receipt names; send the file again when the feed is live."),
    /** The done-file disagrees with the bytes delivered. */
    DONE_FILE_DISAGREES(Level.HOLD_FILE, "Deliver the file again, and its done-file after it."),
    /** A figure of the done-file or manifest disagrees with the file. */
    STATED_TOTAL(
            Level.HOLD_FILE,
            "Deliver the file whole, with the right figures beside it; where the file is right, ask the hub's staff to"
                    + " release the submission."),
    /** The name of the file does not tell what the mapping needs to know. */
    FILE_NAME(Level.HOLD_FILE, "Name the file as agreed."),
    /** A name that could reach outside its folder, or hides itself. */
    NAME_REFUSED(Level.REJECT, "Name the file with letters, digits, dots, hyphens and underscores only."),
    /** A peer of an HL7 channel does not keep to the protocol by which messages are framed. */
    MLLP_FRAME(
            Level.WARN,
            "Frame every message by the bytes 0B and 1C 0D, send it in one go and wait for the answer; messages"
                    + " without an answer must be sent again."),
    /** The header of a message does not say what the hub must know: its delimiters and its type (MSH-1, MSH-2, MSH-9). */
    MESSAGE_HEADER(Level.REJECT, "Correct the MSH segment and send the message again."),
    /** A message is longer than the limit. */
    MESSAGE_TOO_LONG(Level.REJECT, "Send the message without what makes it so long, such as an embedded document."),
    /** A line of a message is no segment. */
    SEGMENT_BROKEN(
            Level.REJECT,
            "Begin every line with a segment's name and the field separator; write a line break inside a value as"
                    + " \\.br\\."),
    /** Text or a segment stands where none may stand. */
    SEGMENT_OUT_OF_PLACE(Level.REJECT, "Begin every message with its MSH segment."),
    /** A file holds values in more different fields than the hub keeps apart. */
    FIELDS_TOO_MANY(Level.HOLD_FILE, "Split the file, and look for messages that are no messages."),
    /** An HL7 batch or file is not closed, or its trailer counts otherwise. */
    BATCH_DISAGREES(Level.HOLD_FILE, "Send the file again, whole and with the right counts in its trailers."),
    /** The reporting period cannot be told from the file. */
    PERIOD_UNKNOWN(Level.HOLD_FILE, "Send the file with the period it covers."),
    /** An acknowledgement of an outcome file cannot be read. */
    ACKNOWLEDGEMENT_UNREADABLE(
            Level.WARN, "Send an acknowledgement with the file's name, its SHA-256, its rows and the outcome."),
    /** An acknowledgement disagrees with the outcome file that was sent, or refuses it. */
    ACKNOWLEDGEMENT_DISAGREES(
            Level.WARN, "Fetch the outcome file again, compare it with its manifest, and acknowledge it again."),
    /** A transport could not be used. */
    TRANSPORT(Level.WARN, "Check the account, its key and its host key; doctor says which part fails."),
    /** A channel cannot be opened as it is set up. */
    CHANNEL(Level.WARN, "Correct the channel in the partner file and run partner apply."),
    /** A service gives no answer that can be used; that may pass. */
    HTTP_FAILED(
            Level.WARN,
            "Ask the service's operator whether it runs. Nothing is lost: the next pull goes on at the page where this"
                    + " one stopped."),
    /** A service refuses what it is asked for. */
    HTTP_REFUSED(Level.WARN, "Compare the address and the parameters of the channel with the service's description."),
    /** A service does not accept the hub's token. */
    HTTP_LOGIN(Level.WARN, "Check the channel's token or client secret; ask the service's operator for a new one."),
    /** A service sends the hub on to where it does not go. */
    HTTP_REDIRECT_REFUSED(
            Level.WARN,
            "Ask the service's operator for the address that answers by itself, and write it into the channel."),
    /** A service answers with something else than rows of the form agreed. */
    HTTP_CONTENT(Level.WARN, "Compare format and rowsPath of the channel with what the service gives."),
    /** A service gives more than it is believed to have. */
    HTTP_LIMIT(
            Level.WARN, "Ask the service's operator how much there is; raise the limit in the channel if it is right."),
    /** The pages of a service have no end. */
    HTTP_LOOP(Level.WARN, "Tell the service's operator: each page names a next one that was there before."),
    /** A partner's database gives no answer; that may pass. */
    DATABASE_FAILED(Level.WARN, "Ask the database's operator whether it runs and lets this machine in."),
    /** A partner's database does not accept the hub's login. */
    DATABASE_LOGIN(
            Level.WARN, "Check user and passwordFile of the channel; ask the database's operator for a new login."),
    /** A partner's database refuses a statement. */
    DATABASE_REFUSED(
            Level.WARN,
            "Look up the SQLSTATE in the database's manual; often a table was renamed or the login may not use it."),
    /** The columns of a query or a table are others than agreed. */
    DATABASE_COLUMNS(
            Level.WARN,
            "Correct the channel's query or columns, or the feed's mapping, so that both name the same columns."),
    /** No driver knows the address of a database. */
    DATABASE_DRIVER(Level.WARN, "Put the driver's jar into the folder drivers of the hub's home."),
    /** A delivery would replace another file of the same name. */
    NAME_TAKEN(
            Level.WARN,
            "Find out who put the other file there; the hub replaces no file. Rename or remove it, and the delivery is"
                    + " repeated."),
    /** An encrypted file that the hub cannot or must not open. */
    PGP_UNREADABLE(
            Level.WARN,
            "Encrypt the file to the hub's current key, with AES and integrity protection (gpg does so by itself), and"
                    + " send it again."),
    /** The signature of an encrypted file is missing or no good. */
    PGP_SIGNATURE(Level.WARN, "Sign the file with the key that the hub knows, and send it again."),
    /** A key of the hub or of the partner cannot be used. */
    PGP_KEY(
            Level.WARN,
            "Exchange new keys with the partner, name them in its partner file and apply it; doctor shows every key."),
    /** The hub's own SFTP server refused a login, a path, a link or an upload. */
    DROP_REFUSED(
            Level.WARN,
            "Ask the partner what it tried. The key, the folders and the quota of its account stand in its partner"
                    + " file."),
    /** Due time and grace of a feed are over, and nothing came. */
    FEED_MISSING(
            Level.WARN,
            "Ask the sender for the file. Where there is nothing to report, it sends a file without records, or somebody"
                    + " states it with feed nothing. Where the due time is wrong, correct it in the partner file."),
    /** A file, or the last files together, brought far fewer records than usual. */
    FEED_SHRUNKEN(
            Level.WARN,
            "Ask the sender whether the file is whole, and its export still reads every office and program. A whole file"
                    + " may follow; what a snapshot ended comes back with it."),
    /** A file brought far more records than usual. */
    FEED_SWOLLEN(Level.WARN, "Ask the sender whether it meant to send so much, such as several periods in one file."),
    /** The period that the files of a feed tell about does not go on. */
    FEED_STALE(
            Level.WARN,
            "Ask the sender whether its export still reads the newest period; what it sends now is older than usual."),
    /** A notice could not be sent by e-mail. */
    MAIL(
            Level.WARN,
            "Check the block mail of throughline.yaml and the contact's address in the partner file. The notice is"
                    + " tried again by itself, for a week; nothing else waits for it."),
    /** A file arrived whole, but the hub could not take it in. */
    ARRIVAL_FAILED(
            Level.WARN,
            "Nothing needs to be sent again: the file stays in place and is tried again. If it goes on, look into the"
                    + " hub's log.");

    private final Level level;
    private final String guidance;

    ProblemCode(Level level, String guidance) {
        this.level = level;
        this.guidance = guidance;
    }

    /** The level at which this problem is usually raised. */
    public Level level() {
        return level;
    }

    /** What to do, for whoever can mend it. */
    public String guidance() {
        return guidance;
    }
}
