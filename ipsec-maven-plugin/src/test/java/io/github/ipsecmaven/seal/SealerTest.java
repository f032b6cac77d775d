package io.github.ipsecmaven.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ipsecmaven.manifest.Body;
import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.previous.Inventory.Seal;
import io.github.ipsecmaven.seal.Sealer.Earlier;
import io.github.ipsecmaven.testkit.AgeKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a file is kept, and when it is not. */
class SealerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final AgeKeys READER = AgeKeys.make();

    @Test
    void aThousandRunsChangeNoByte() {
        SealedManifest first = sealer(READER, NOW).seal(object("data:,a"), "A comment.", List.of());
        SealedManifest last = first;
        for (int run = 1; run <= 1000; run++) {
            Earlier before = new Earlier(last.bytes(), last.seal());
            last = sealer(READER, NOW.plusSeconds(run)).seal(object("data:,a"), "Comment " + run, List.of(before));
        }
        assertArrayEquals(first.bytes(), last.bytes());
        assertEquals(first.seal(), last.seal());
    }

    @Test
    void theFirstOfSeveralThatStillHoldIsKept() {
        SealedManifest one = sealer(READER, NOW).seal(object("data:,a"), "", List.of());
        SealedManifest two = sealer(READER, NOW).seal(object("data:,a"), "", List.of());
        SealedManifest other = sealer(READER, NOW).seal(object("data:,b"), "", List.of());
        assertSame(two.bytes(), again(other, two, one).bytes());
        assertSame(one.bytes(), again(one, two).bytes());
        assertFalse(Arrays.equals(other.bytes(), again(other).bytes()));
    }

    @Test
    void nothingIsKeptOfWhichAnythingChanged() {
        SealedManifest kept = sealer(READER, NOW).seal(object("data:,a"), "", List.of());
        byte[] longer = Arrays.copyOf(kept.bytes(), kept.bytes().length + 1);
        longer[kept.bytes().length] = '\n';
        Seal seal = kept.seal();
        String otherSalt = seal.salt().replace(seal.salt().charAt(0), seal.salt().charAt(0) == '0' ? '1' : '0');
        for (Earlier changed : List.of(
                new Earlier(longer, seal),
                new Earlier(kept.bytes(), new Seal(otherSalt, seal.proof(), seal.recipients())),
                new Earlier(kept.bytes(), new Seal(seal.salt(), "", seal.recipients())),
                new Earlier(kept.bytes(), new Seal(seal.salt(), seal.proof(), List.of())),
                new Earlier(new byte[0], seal))) {
            SealedManifest anew = sealer(READER, NOW).seal(object("data:,a"), "", List.of(changed));
            assertFalse(Arrays.equals(kept.bytes(), anew.bytes()));
        }
    }

    private static SealedManifest again(SealedManifest... earlier) {
        return sealer(READER, NOW).seal(object("data:,a"), "",
                Arrays.stream(earlier).map(file -> new Earlier(file.bytes(), file.seal())).toList());
    }

    private static Sealer sealer(AgeKeys reader, Instant now) {
        return new Sealer(List.of(reader.recipient()), now, new SecureRandom());
    }

    private static Manifest object(String source) {
        return new Manifest("10-nodes/99-worker-ipsec-certs.yaml", "An object.",
                Body.map("kind", "MachineConfig", "spec", Body.map("source", source)));
    }
}
