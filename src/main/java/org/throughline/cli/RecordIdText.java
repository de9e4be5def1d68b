package org.throughline.cli;

import org.throughline.intake.RecordId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a record as {@code held list} prints it. */
final class RecordIdText implements ITypeConverter<RecordId> {

    @Override
    public RecordId convert(String text) {
        try {
            return RecordId.parse(text);
        } catch (IllegalArgumentException misspelt) {
            throw new TypeConversionException(misspelt.getMessage());
        }
    }
}
