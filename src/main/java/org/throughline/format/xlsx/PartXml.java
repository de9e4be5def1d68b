package org.throughline.format.xlsx;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ServiceLoader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.throughline.format.UnreadableException;

/**
 * The XML of one part, as a stream. A document type ends it, so that there are no entities, inner or outer; depth, attributes
 * and text are bounded.
 */
final class PartXml implements Closeable {
    private static final int DEPTH = 256;
    private static final int ATTRIBUTES = 1_000;
    private static final int ATTRIBUTE_LENGTH = 1_000_000;

    /** Transitional and strict (ECMA-376, part 1, annex A, and part 4). */
    private static final Set<String> MAIN = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private static final XMLInputFactory2 FACTORY = factory();

    private final XMLStreamReader2 xml;
    private final InputStream bytes;
    private final String part;
    private final Refusal refusal;
    private int event = XMLStreamConstants.START_DOCUMENT;

    private PartXml(XMLStreamReader2 xml, InputStream bytes, String part, Refusal refusal) {
        this.xml = xml;
        this.bytes = bytes;
        this.part = part;
        this.refusal = refusal;
    }

    private static XMLInputFactory2 factory() {
        XMLInputFactory2 factory = woodstox(XMLInputFactory.class, XMLInputFactory2.class);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_LENGTH);
        return factory;
    }

    /** Named outright: which factory the Java platform would find depends on what else is installed. */
    static <F, W extends F> W woodstox(Class<F> factory, Class<W> kind) {
        return ServiceLoader.load(factory).stream()
                .filter(provider -> provider.type().getName().startsWith("com.ctc.wstx"))
                .map(provider -> kind.cast(provider.get()))
                .findFirst()
                .orElseThrow();
    }

    static PartXml open(InputStream bytes, String part, Refusal refusal) throws IOException {
        try {
            XMLStreamReader2 xml = (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes);
            return new PartXml(xml, bytes, part, refusal);
        } catch (XMLStreamException e) {
            bytes.close();
            throw cause(e, refusal, part);
        }
    }

    /** Moves to the next thing; false at the end of the part. */
    boolean next() throws IOException {
        try {
            if (event == XMLStreamConstants.END_DOCUMENT || !xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException e) {
            throw cause(e, refusal, part);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw refusal.refused("The part " + Refusal.shown(part)
                    + " of the workbook declares a document type or names an entity; a workbook has neither.");
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    private static IOException cause(XMLStreamException e, Refusal refusal, String part) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return unreadable;
            }
        }
        if (e.getCause() instanceof IOException unread && !(unread instanceof CharConversionException)) {
            return unread;
        }
        String where = e.getLocation() == null
                ? ""
                : " near line " + e.getLocation().getLineNumber() + ", character "
                        + e.getLocation().getColumnNumber();
        return refusal.refused(
                "The part " + Refusal.shown(part) + " of the workbook is no well-formed XML" + where + ".");
    }

    /** True at the start of any element. */
    boolean starts() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** True at the end of any element. */
    boolean ends() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    /** True at the start of this element of the spreadsheet language. */
    boolean starts(String name) {
        return event == XMLStreamConstants.START_ELEMENT && is(name);
    }

    /** True at the end of this element of the spreadsheet language. */
    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && is(name);
    }

    private boolean is(String name) {
        return xml.getLocalName().equals(name) && MAIN.contains(xml.getNamespaceURI());
    }

    /** Name of the element without its prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** The attribute of this name, whatever its namespace; empty text where there is none. */
    String attribute(String name) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals(name)) {
                return xml.getAttributeValue(at);
            }
        }
        return "";
    }

    /** The attribute of this name that has a namespace of its own; empty text where there is none. */
    String foreignAttribute(String name) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals(name)
                    && !xml.getAttributeNamespace(at).isEmpty()) {
                return xml.getAttributeValue(at);
            }
        }
        return "";
    }

    /** Passes the rest of the element that has just started. */
    void skip() throws IOException {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += starts() ? 1 : ends() ? -1 : 0;
        }
    }

    /** Adds the text that stands here, if any. */
    void textTo(TextBuffer text) {
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    XMLStreamReader2 stream() {
        return xml;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw cause(e, refusal, part);
        } finally {
            bytes.close();
        }
    }
}
