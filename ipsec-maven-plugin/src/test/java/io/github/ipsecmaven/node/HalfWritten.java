package io.github.ipsecmaven.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An SQLite database as a writer leaves it that is killed while it writes: the pages are no longer what they were, and
 * what they were is in the rollback journal beside it.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_rollback_journal">The Rollback Journal</a>
 */
final class HalfWritten {

    private static final byte[] MAGIC =
            {(byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7};
    private static final int SECTOR = 512;
    private static final int PAGE_SIZE_OFFSET = 16;
    private static final int NONCE = 1;

    private HalfWritten() {}

    static void leave(Path database) {
        try {
            byte[] before = Files.readAllBytes(database);
            int pageSize = ByteBuffer.wrap(before).getShort(PAGE_SIZE_OFFSET);
            Files.write(database.resolveSibling(database.getFileName() + "-journal"), journal(before, pageSize));
            byte[] after = before.clone();
            Arrays.fill(after, pageSize, after.length, (byte) 0);
            Files.write(database, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] journal(byte[] pages, int pageSize) {
        int count = pages.length / pageSize;
        ByteBuffer journal = ByteBuffer.allocate(SECTOR + count * (4 + pageSize + 4));
        journal.put(MAGIC).putInt(count).putInt(NONCE).putInt(count).putInt(SECTOR).putInt(pageSize);
        journal.position(SECTOR);
        for (int page = 0; page < count; page++) {
            journal.putInt(page + 1).put(pages, page * pageSize, pageSize).putInt(checksum(pages, page, pageSize));
        }
        return journal.array();
    }

    private static int checksum(byte[] pages, int page, int pageSize) {
        int sum = NONCE;
        for (int i = pageSize - 200; i > 0; i -= 200) {
            sum += pages[page * pageSize + i] & 0xff;
        }
        return sum;
    }
}
