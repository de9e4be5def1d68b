package org.throughline.format.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLOutputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/** Copies the XML of a sheet and adds cells at the end of its rows. */
final class SheetCopy {
    private static final String UTF_8 = "UTF-8";

    private final PartXml xml;
    private final SheetScanner rows;
    private final RowNotes notes;

    /**
     * Copies a sheet.
     *
     * @param xml the sheet as it is copied
     * @param rows a pass of its own over the same sheet, which says what stands in each row
     */
    SheetCopy(PartXml xml, SheetScanner rows, RowNotes notes) {
        this.xml = xml;
        this.rows = rows;
        this.notes = notes;
    }

    void write(OutputStream out) throws IOException, XMLStreamException {
        XMLOutputFactory2 factory = PartXml.woodstox(XMLOutputFactory.class, XMLOutputFactory2.class);
        XMLStreamWriter2 copy = (XMLStreamWriter2) factory.createXMLStreamWriter(out, UTF_8);
        XMLStreamReader2 original = xml.stream();
        copy.writeStartDocument("1.0", UTF_8, true);
        boolean inside = false;
        while (xml.next()) {
            inside = (inside || xml.starts("sheetData")) && !xml.ends("sheetData");
            if (inside && xml.starts("row")) {
                startRow(original, copy);
            } else if (inside && xml.ends("row")) {
                endRow(original.getPrefix(), original.getNamespaceURI(), copy);
            } else if (!xml.starts("dimension") && !xml.ends("dimension")) {
                copy.copyEventFromReader(original, false);
            }
        }
        copy.writeEndDocument();
        copy.flush();
    }

    /** Without {@code spans}, which would no longer be right. */
    private static void startRow(XMLStreamReader2 original, XMLStreamWriter2 copy) throws XMLStreamException {
        copy.writeStartElement(original.getPrefix(), original.getLocalName(), original.getNamespaceURI());
        for (int at = 0; at < original.getNamespaceCount(); at++) {
            String prefix = original.getNamespacePrefix(at);
            copy.writeNamespace(prefix == null ? "" : prefix, original.getNamespaceURI(at));
        }
        for (int at = 0; at < original.getAttributeCount(); at++) {
            if (!original.getAttributeLocalName(at).equals("spans")) {
                copy.writeAttribute(
                        original.getAttributePrefix(at),
                        original.getAttributeNamespace(at),
                        original.getAttributeLocalName(at),
                        original.getAttributeValue(at));
            }
        }
    }

    private void endRow(String prefix, String namespace, XMLStreamWriter2 copy) throws IOException, XMLStreamException {
        if (rows.next()) {
            List<String> texts = notes.of(rows.row());
            for (int index = 0; index < texts.size(); index++) {
                String address = CellReference.letters(notes.column() + index)
                        + rows.row().number();
                copy.writeStartElement(prefix, "c", namespace);
                copy.writeAttribute("r", address);
                copy.writeAttribute("t", "inlineStr");
                copy.writeStartElement(prefix, "is", namespace);
                copy.writeStartElement(prefix, "t", namespace);
                copy.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
                copy.writeCharacters(Escapes.encode(texts.get(index)));
                copy.writeEndElement();
                copy.writeEndElement();
                copy.writeEndElement();
            }
        }
        copy.writeEndElement();
    }
}
