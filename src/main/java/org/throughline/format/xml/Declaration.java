package org.throughline.format.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.format.ByteSource;
import org.throughline.format.Encoding;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** The encoding of a document: a byte order mark wins, then what the declaration says, then UTF-8. */
final class Declaration {
    private static final int LONGEST = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]{0,100}?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._\\-]{1,40})[\"']");
    private static final Map<String, Charset> AGREED = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.UTF_8,
            "windows-1252", Charset.forName("windows-1252"),
            "iso-8859-1", StandardCharsets.ISO_8859_1);

    private Declaration() {}

    static Encoding encoding(ByteSource source, String member) throws IOException {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(LONGEST);
        }
        if (begins(start, 0, '<')) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        if (begins(start, '<', 0)) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        Encoding marked = Encoding.choose(source, List.of(StandardCharsets.UTF_8));
        return marked.markLength() > 0 ? marked : new Encoding(declared(start, member), 0);
    }

    private static boolean begins(byte[] start, int first, int second) {
        return start.length > 1 && start[0] == first && start[1] == second;
    }

    private static Charset declared(byte[] start, String member) throws UnreadableException {
        Matcher declared = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        String name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : "utf-8";
        Charset charset = AGREED.get(name);
        if (charset == null) {
            String fact =
                    "The declaration names an encoding that is not agreed; agreed are utf-8, utf-16, windows-1252 and"
                            + " iso-8859-1.";
            throw new UnreadableException(
                    Problem.of(ProblemCode.UNDECODABLE, Level.HOLD_FILE, new Place(member, 0, 1, 0, ""), fact));
        }
        return charset;
    }
}
