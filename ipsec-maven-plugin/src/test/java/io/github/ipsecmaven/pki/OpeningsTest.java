package io.github.ipsecmaven.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpeningsTest {

    private final Openings openings = new Openings();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void opensABundleOnce() throws Exception {
        byte[] bytes = TestBundles.write("node1", "");
        Bundle first = openings.bundle(source("one"), () -> open(bytes));
        assertSame(first, openings.bundle(source("one"), () -> open(bytes)));
        assertEquals(1, opened.get());
    }

    @Test
    void doesNotOpenWhatItWasTold() throws Exception {
        Bundle known = open(TestBundles.write("node1", ""));
        openings.know(source("one"), known);
        assertSame(known, openings.bundle(source("one"), () -> open(new byte[0])));
    }

    @Test
    void triesAgainWhatDidNotOpen() throws Exception {
        byte[] bytes = TestBundles.write("node1", "");
        assertThrows(BundleException.class, () -> openings.bundle(source("one"), () -> open(new byte[] {1})));
        openings.bundle(source("one"), () -> open(bytes));
    }

    /** Whoever opens one bundle keeps nobody waiting who opens another, however many there are. */
    @Test
    void opensManyAtATime() throws Exception {
        byte[] bytes = TestBundles.write("node1", "");
        openings.bundle(source("outer"), () -> {
            for (int i = 0; i < 100; i++) {
                inAnotherThread(source("inner " + i), bytes);
            }
            return open(bytes);
        });
        assertEquals(101, opened.get());
    }

    private void inAnotherThread(BundleSource source, byte[] bytes) {
        try {
            CompletableFuture.runAsync(() -> {
                try {
                    openings.bundle(source, () -> open(bytes));
                } catch (BundleException e) {
                    throw new IllegalStateException(e);
                }
            }).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bundle open(byte[] bytes) throws BundleException {
        opened.incrementAndGet();
        return BundleReader.read(bytes, new char[0]);
    }

    private static BundleSource source(String sha256) {
        return new BundleSource(sha256, Optional.empty(), Optional.empty());
    }
}
