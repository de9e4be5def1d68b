package org.throughline.cli;

import org.throughline.intake.FeedId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a feed as people write it. */
final class FeedIdText implements ITypeConverter<FeedId> {

    @Override
    public FeedId convert(String text) {
        try {
            return FeedId.parse(text);
        } catch (IllegalArgumentException misspelt) {
            throw new TypeConversionException(misspelt.getMessage());
        }
    }
}
