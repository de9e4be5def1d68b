package org.throughline.release;

import java.nio.charset.StandardCharsets;

/** The bytes that are delivered for an outcome file. The manifest goes last: it says that the file stands whole. */
public record Parcel(byte[] content, byte[] manifest) {

    /** A parcel from the bytes of the file and the manifest as the store keeps it. */
    public static Parcel of(byte[] content, String manifest) {
        String text = ManifestJson.write(ManifestJson.read(manifest));
        return new Parcel(content, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says how long they are. */
    @Override
    public String toString() {
        return "Parcel[" + content.length + " and " + manifest.length + " bytes]";
    }
}
