package io.github.ipsecmaven.tree;

import java.util.List;

/**
 * What a run did to the folder.
 *
 * @param written paths of the files that are new or were replaced, sorted
 * @param removed paths of the files that are gone, sorted
 * @param unchanged how many wanted files were there already, and so were not touched
 */
public record Changes(List<String> written, List<String> removed, int unchanged) {

    public Changes {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
    }
}
