package io.github.ipsecmaven.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Something that we did not write is in the way; nothing was written. The message has a line for each. */
public final class ForeignFilesException extends IOException {

    private final transient List<Obstacle> obstacles;

    /**
     * What is in the way.
     *
     * @param path relative to the output root
     * @param reason the rest of a sentence that begins with the path
     */
    public record Obstacle(String path, String reason) {}

    ForeignFilesException(Path root, List<Obstacle> obstacles) {
        super(obstacles.stream()
                .map(obstacle -> "\n  " + obstacle.path() + " " + obstacle.reason())
                .collect(Collectors.joining("", "Nothing was written, because of what is in " + root + ":", "")));
        this.obstacles = List.copyOf(obstacles);
    }

    /** Everything that is in the way, sorted by path. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
