package org.throughline.format.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.throughline.format.ByteSource;
import org.throughline.format.StrictText;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * The elements and texts of one document. A document type, and with it every entity but the five that XML has itself, is
 * refused; nothing outside the file is ever opened. Whatever is wrong is told with line and character, and never in the
 * parser's words, which quote the document.
 */
final class Events implements Closeable {
    static final int DEPTH_LIMIT = 64;

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int ATTRIBUTE_LIMIT = 1_000;
    private static final int ATTRIBUTE_SIZE = 500_000;
    private static final XMLInputFactory FACTORY = factory();

    private final BoundedText text;
    private final XMLStreamReader reader;
    private final String member;
    private int depth;

    private Events(BoundedText text, XMLStreamReader reader, String member) {
        this.text = text;
        this.reader = reader;
        this.member = member;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = woodstox();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTE_LIMIT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_SIZE);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("No entity is resolved.");
        });
        return factory;
    }

    /** By its name among the providers, since others may stand beside it on the class path. */
    private static XMLInputFactory woodstox() {
        return ServiceLoader.load(XMLInputFactory.class, Events.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().startsWith("com.ctc.wstx."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Woodstox is not on the class path."))
                .get();
    }

    static Events open(ByteSource source, String member) throws IOException {
        BoundedText text =
                new BoundedText(StrictText.open(source, Declaration.encoding(source, member), member), member);
        try {
            return new Events(text, FACTORY.createXMLStreamReader(text), member);
        } catch (XMLStreamException e) {
            text.close();
            throw translated(e, member, 1, 1);
        }
    }

    /** The next start, end, text or end of the document, in the words of {@link XMLStreamConstants}. */
    int next() throws IOException {
        int event = step();
        while (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            event = step();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw stop(
                    ProblemCode.DOCTYPE_REFUSED,
                    "A document type declaration, or an entity of its own, stands at line " + line() + ".");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEPTH_LIMIT) {
            throw stop(
                    ProblemCode.TOO_DEEP,
                    "Elements stand more than " + DEPTH_LIMIT + " deep in each other at line " + line() + ".");
        }
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        return event;
    }

    private int step() throws IOException {
        text.release();
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            Location at = reader.getLocation();
            throw translated(e, member, at.getLineNumber(), at.getColumnNumber());
        }
    }

    private static IOException translated(XMLStreamException e, String member, int line, int character) {
        Optional<IOException> input = input(e);
        if (input.isPresent()) {
            return input.get();
        }
        Location at = e.getLocation();
        int faultLine = at == null ? line : at.getLineNumber();
        String where = "line " + faultLine + ", character " + (at == null ? character : at.getColumnNumber());
        String fact = e instanceof WstxEOFException
                ? "The document ends at " + where + ", before it is complete."
                : "What stands near " + where + " is no XML, or has too many attributes or too long ones.";
        Place place = new Place(member, 0, faultLine, 0, "");
        return new UnreadableException(Problem.of(ProblemCode.NOT_WELL_FORMED, place, fact));
    }

    /** What keeps the input from being read. That XML 1.1 refuses a character is told so too, and is none. */
    private static Optional<IOException> input(XMLStreamException e) {
        return Stream.of(Optional.ofNullable(e.getCause()), Optional.ofNullable(e.getNestedException()))
                .flatMap(Optional::stream)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .filter(cause -> !(cause instanceof CharConversionException))
                .findFirst();
    }

    /** Local name of the element. */
    String name() {
        return reader.getLocalName();
    }

    /** Text of the event. */
    String text() {
        return reader.getText();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    /** True for the attributes that XML Schema puts into documents, which say nothing about a record. */
    boolean isSchemaAttribute(int index) {
        return SCHEMA_INSTANCE.equals(reader.getAttributeNamespace(index));
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attributeText(int index) {
        return reader.getAttributeValue(index);
    }

    /** Physical line of the event. */
    long line() {
        return reader.getLocation().getLineNumber();
    }

    UnreadableException stop(ProblemCode code, String fact) {
        return new UnreadableException(Problem.of(code, Level.HOLD_FILE, new Place(member, 0, line(), 0, ""), fact));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
