package io.github.ipsecmaven.policy.secret;

import io.github.ipsecmaven.policy.Facts;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.Rule;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.Delivery;
import io.github.ipsecmaven.spec.Section;
import java.util.List;

/** An engine's credentials for Git are in a Secret, not in the URL. */
public final class RepositoryWithoutPassword implements Rule {

    private static final RuleInfo INFO = RuleInfo.fatal("IPSEC-S015",
            "The URL of a repository holds no password",
            "spec and manifests are committed: whoever reads the repository, or the Applications and GitRepositories on the "
                    + "cluster, could use it; what was pushed once is out, whatever is deleted later");

    /** How tokens of GitHub and GitLab begin, which serve as name and password at once. */
    private static final List<String> TOKENS =
            List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Facts facts, Findings findings) {
        Delivery delivery = facts.spec().delivery();
        Section section = facts.spec().section().section("delivery");
        if (delivery.argocd().isPresent()) {
            check(section, "argocd", "give it to Argo CD in a Secret in namespace '" + delivery.argocd().get().namespace()
                    + "' with the label `argocd.argoproj.io/secret-type: repository`", findings);
        }
        if (delivery.flux().isPresent()) {
            check(section, "flux", "put `username` and `password` into a Secret in namespace '"
                    + delivery.flux().get().namespace() + "', which `delivery.flux.secretRef` names", findings);
        }
    }

    private static void check(Section delivery, String engine, String mend, Findings findings) {
        Section section = delivery.section(engine);
        String url = section.text("repoURL").orElse("");
        int start = url.indexOf("://") + "://".length();
        int path = url.indexOf('/', start);
        int end = url.lastIndexOf('@', path < 0 ? url.length() : path);
        if (start >= "://".length() && end > start && isSecret(url.substring(start, end))) {
            findings.add(section.within("repoURL", start, end - start),
                    "`delivery." + engine + ".repoURL` holds a password",
                    "take it out, and " + mend + "; replace it where a commit has it already");
        }
    }

    /** Whether what stands before the host is more than a name. */
    private static boolean isSecret(String credentials) {
        int colon = credentials.indexOf(':');
        if (colon >= 0 && colon < credentials.length() - 1) {
            return true;
        }
        for (String token : TOKENS) {
            if (credentials.startsWith(token)) {
                return true;
            }
        }
        return false;
    }
}
