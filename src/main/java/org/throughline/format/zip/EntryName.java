package org.throughline.format.zip;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The name of an entry as the archive has it. Nothing is ever written under it; it is checked all the same, because it is
 * shown, compared and used to name receipts.
 */
record EntryName(String text) {
    private static final int LONGEST = 255;
    private static final int LONGEST_SHOWN = 60;

    /** A backslash is looked for in the raw bytes too: the library turns some of them into slashes. */
    static EntryName of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean backslash = raw != null && new String(raw, StandardCharsets.ISO_8859_1).indexOf('\\') >= 0;
        return new EntryName(backslash ? entry.getName().replace('/', '\\') : entry.getName());
    }

    /** The name of a folder without its slash. */
    static EntryName ofFolder(String folder) {
        return new EntryName(folder.substring(0, folder.length() - 1));
    }

    /** True for what macOS and its Finder leave behind. */
    boolean leftBehind() {
        return text.startsWith("__MACOSX/") || text.equals(".DS_Store") || text.endsWith("/.DS_Store");
    }

    /** The folder at the beginning with its slash; empty text where there is none. */
    String folder() {
        return text.substring(0, text.indexOf('/') + 1);
    }

    EntryName within(String folder) {
        return new EntryName(text.substring(folder.length()));
    }

    /** Two names with the same key cannot stand beside each other in every file system. */
    String key() {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** What is wrong with it as the name of a file, or of the top folder. */
    Optional<String> fault() {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of("has a name of " + text.length() + " characters; 1 to " + LONGEST + " are expected");
        }
        if (text.indexOf('\\') >= 0) {
            return Optional.of("has a backslash in its name");
        }
        if (text.indexOf(':') >= 0) {
            return Optional.of("has a colon in its name, as a drive letter has");
        }
        if (text.startsWith(".") || text.contains("/.")) {
            return Optional.of("has a name that starts with a dot");
        }
        if (text.indexOf('/') >= 0) {
            return Optional.of("lies in a folder; only one folder around all files is expected");
        }
        return text.codePoints().anyMatch(EntryName::unseen)
                ? Optional.of("has a control character in its name")
                : Optional.empty();
    }

    private static boolean unseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The name with plain characters only, and not too long, fit for any message. */
    String shown() {
        String plain = text.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN);
    }
}
