package io.github.ipsecmaven.spec;

/**
 * The output directory as a GitOps engine names it: relative to the root of the repository.
 *
 * @param text {@code .} for the root itself
 */
public record RepositoryPath(String text) {

    /** The path of a file or folder of the output directory. */
    public String resolve(String path) {
        return text.equals(".") ? path : text + "/" + path;
    }

    static RepositoryPath of(Section section) {
        String written = section.text("path").orElse("manifests");
        return new RepositoryPath(written.replaceAll("^(\\./)+(?=.)|/+$", ""));
    }
}
