package org.throughline.cli;

import org.throughline.linkage.ClientRef;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a client record as people write it: sender, slash, the sender's own key. */
final class ClientRefText implements ITypeConverter<ClientRef> {

    @Override
    public ClientRef convert(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new TypeConversionException(
                    "A client record is written sender/key, such as harborlight/1042: the sender's own client id.");
        }
        return new ClientRef(text.substring(0, slash), text.substring(slash + 1));
    }

    static String written(ClientRef record) {
        return record.sender() + "/" + record.key();
    }
}
