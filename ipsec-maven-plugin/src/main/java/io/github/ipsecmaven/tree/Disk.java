package io.github.ipsecmaven.tree;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Every operation by which the journal changes the disk. A run may be killed between any two, or within a write. */
class Disk {

    void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    /**
     * Begins a file that does not exist yet, with the permissions that the umask gives. By way of the old classes: a
     * channel for each of the many small files of a fleet costs twice as much (measured).
     */
    OutputStream create(Path file) throws IOException {
        return new FileOutputStream(file.toFile());
    }

    /** Writes a file that does not exist yet, with the permissions that the umask gives. */
    void write(Path file, byte[] bytes, boolean executable) throws IOException {
        try (var out = create(file)) {
            out.write(bytes);
        }
        if (executable && Seen.hasPermissions(file)) {
            var permissions = Files.getPosixFilePermissions(file);
            Files.setPosixFilePermissions(file, withExecute(permissions));
        }
    }

    private static Set<PosixFilePermission> withExecute(Set<PosixFilePermission> permissions) {
        var more = EnumSet.copyOf(permissions);
        if (permissions.contains(PosixFilePermission.OWNER_READ)) {
            more.add(PosixFilePermission.OWNER_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            more.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            more.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return more;
    }

    /** Waits until a file's content has reached the device. */
    void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Keeps a file under a second name: itself where links are possible, else a copy with its time and permissions. */
    void keep(Path file, Path backup) throws IOException {
        try {
            Files.createLink(backup, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Renames in one step, over what is there. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a file, or a directory that is empty. */
    void delete(Path path) throws IOException {
        Files.delete(path);
    }

    /** @param permissions in the form of {@link PosixFilePermissions#toString} */
    void permit(Path directory, String permissions) throws IOException {
        Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setPermissions(PosixFilePermissions.fromString(permissions));
    }
}
