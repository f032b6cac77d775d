package io.github.ipsecmaven.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.armor.ArmoredEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small age files in armor. Of the whole plugin only this class knows the library that makes and reads them. */
final class Age {

    private static final int MOST_BYTES = 1024;

    private Age() {}

    /**
     * Encrypts for one recipient.
     *
     * @param recipient a public age key that the rules have accepted
     */
    static String encrypt(byte[] plaintext, String recipient) {
        ByteArrayOutputStream armored = new ByteArrayOutputStream();
        try {
            var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            try (WritableByteChannel channel = new ArmoredEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(armored), List.of(writer))) {
                channel.write(ByteBuffer.wrap(plaintext));
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK since 11 has what age needs", e);
        }
        return armored.toString(StandardCharsets.US_ASCII);
    }

    /**
     * Decrypts with the first private key that fits.
     *
     * @return empty where none does, or where the text is no age file
     */
    static Optional<byte[]> decrypt(String armored, List<String> identities) {
        for (String identity : identities) {
            try {
                return Optional.of(decrypt(armored, X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity)));
            } catch (GeneralSecurityException | IOException | RuntimeException notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static byte[] decrypt(String armored, RecipientStanzaReader reader) throws GeneralSecurityException, IOException {
        var in = Channels.newChannel(new ByteArrayInputStream(armored.getBytes(StandardCharsets.UTF_8)));
        ByteBuffer plaintext = ByteBuffer.allocate(MOST_BYTES);
        try (ReadableByteChannel channel =
                new ArmoredDecryptingChannelFactory().newDecryptingChannel(in, List.of(reader))) {
            while (plaintext.hasRemaining() && channel.read(plaintext) >= 0) {
                continue;
            }
        }
        return Arrays.copyOf(plaintext.array(), plaintext.position());
    }
}
