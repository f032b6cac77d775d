package io.github.ipsecmaven.runbook;

import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.Encryption;
import io.github.ipsecmaven.spec.Encryption.Recipient;
import io.github.ipsecmaven.spec.Flux;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code keys.md}: who decrypts the keys of this tree, and what to do when readers come and go. */
final class KeysPage {

    private KeysPage() {}

    static byte[] of(ClusterSpec spec, Encryption encryption) {
        Page page = new Page("Encrypted keys of cluster " + spec.name());
        page.paragraph(Steps.WHERE);
        page.paragraph("`10-nodes/sealed` holds the bundles, as SOPS documents. Whoever has the private key of one of these "
                + "reads them:");
        page.table(List.of("public age key"), recipients(encryption));
        engines(page, spec);
        page.section("By hand");
        page.step("With `sops`, and a private key in `SOPS_AGE_KEY_FILE`. It refuses a file in which anything was changed.",
                Steps.applyNodes(spec));
        page.section("A reader comes or goes");
        page.step("Change `encryption.sops.age` in the spec, and compile: the files are encrypted anew.", "mvn ipsec:generate");
        page.step("A reader who goes still decrypts what was committed before. Where that matters, have the certificates "
                + "revoked and replace the bundles.");
        page.step("`sops rotate` and `sops updatekeys` are not for these files: the next run undoes them. A new data key for "
                + "the same readers:", "mvn ipsec:generate -Dipsec.reseal=true");
        page.section("Every private key is lost");
        page.step("Nothing is lost with it: the files are made of the bundles. Make a new pair, name its public key in the "
                + "spec, and compile.", "age-keygen -o keys.txt", "mvn ipsec:generate");
        return page.bytes();
    }

    private static List<List<String>> recipients(Encryption encryption) {
        List<String> keys = new ArrayList<>();
        for (Recipient recipient : encryption.recipients()) {
            keys.add(recipient.text());
        }
        Collections.sort(keys);
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            rows.add(List.of("`" + key + "`"));
        }
        return rows;
    }

    private static void engines(Page page, ClusterSpec spec) {
        if (spec.delivery().flux().isPresent()) {
            flux(page, spec.delivery().flux().get());
        }
        if (spec.delivery().argocd().isPresent()) {
            argocd(page, spec);
        }
    }

    private static void argocd(Page page, ClusterSpec spec) {
        page.section("Argo CD");
        page.step("Its repository server needs KSOPS and the private key, once for the instance; the documentation of the "
                + "plugin says how, under delivery.");
        page.step("This has to print the bundles' MachineConfigs in clear; look at the names only.",
                "kustomize build --enable-alpha-plugins --enable-exec ../../argocd/" + spec.name()
                        + " | grep ipsec-certs");
    }

    private static void flux(Page page, Flux flux) {
        page.section("Flux");
        page.step("Give it the private key, once for the cluster.",
                "oc create secret generic " + flux.decryptionSecret() + " -n " + flux.namespace()
                        + " --from-file=age.agekey=keys.txt");
        page.step("Without it the nodes get nothing: the API server refuses the encrypted object.",
                "oc get kustomization ipsec-nodes -n " + flux.namespace());
    }
}
