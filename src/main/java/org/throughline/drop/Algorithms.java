package org.throughline.drop;

import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/** What the drop server encrypts and signs with: strong algorithms that current clients speak, and no others. */
final class Algorithms {
    private static final List<BuiltinDHFactories> EXCHANGES = List.of(
            BuiltinDHFactories.mlkem768x25519,
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.dhg16_512);
    private static final List<NamedFactory<Cipher>> CIPHERS = List.of(
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256ctr);
    private static final List<NamedFactory<Mac>> MACS =
            List.of(BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512);
    private static final List<NamedFactory<Signature>> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    private Algorithms() {}

    static void settle(SshServer server) {
        server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(true, EXCHANGES, ServerBuilder.DH2KEX));
        server.setCipherFactories(CIPHERS);
        server.setMacFactories(MACS);
        server.setSignatureFactories(SIGNATURES);
        server.setCompressionFactories(List.of(BuiltinCompressions.none));
    }
}
