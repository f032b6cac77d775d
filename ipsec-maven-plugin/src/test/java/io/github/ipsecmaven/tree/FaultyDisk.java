package io.github.ipsecmaven.tree;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A disk that fails at its n-th operation: as if the process was killed there, or the device was full for once. */
final class FaultyDisk extends Disk {

    /** Stands for the end of the process; after it, no operation reaches the disk. */
    static final class Killed extends Error {}

    private enum Fault { KILL, FULL }

    private final Fault fault;
    private final int at;
    private int operations;

    private FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** @param at how many operations succeed */
    static FaultyDisk killedAt(int at) {
        return new FaultyDisk(Fault.KILL, at);
    }

    /** @param at how many operations succeed before one that fails; those after it succeed again */
    static FaultyDisk fullAt(int at) {
        return new FaultyDisk(Fault.FULL, at);
    }

    boolean hasFailed() {
        return operations > at;
    }

    private boolean isNext() {
        int operation = operations++;
        return fault == Fault.KILL ? operation >= at : operation == at;
    }

    private void step() throws IOException {
        if (isNext()) {
            fail();
        }
    }

    private void fail() throws IOException {
        if (fault == Fault.KILL) {
            throw new Killed();
        }
        throw new IOException("No space left on device");
    }

    @Override
    void createDirectory(Path directory) throws IOException {
        step();
        super.createDirectory(directory);
    }

    /** A file at which it fails is half written. */
    @Override
    OutputStream create(Path file) throws IOException {
        if (!isNext()) {
            return super.create(file);
        }
        if (operations > at + 1) {
            fail();
        }
        return new FilterOutputStream(super.create(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length / 2);
                fail();
            }
        };
    }

    @Override
    void force(Path file) throws IOException {
        // What is forced shows after a power cut only, and forcing thousands of times takes long.
        step();
    }

    @Override
    void keep(Path file, Path backup) throws IOException {
        step();
        super.keep(file, backup);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        step();
        super.move(from, to);
    }

    @Override
    void delete(Path path) throws IOException {
        step();
        super.delete(path);
    }

    @Override
    void permit(Path directory, String permissions) throws IOException {
        step();
        super.permit(directory, permissions);
    }
}
