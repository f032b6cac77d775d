package io.github.ipsecmaven.limits;

import io.github.ipsecmaven.manifest.Manifest;
import io.github.ipsecmaven.policy.Findings;
import io.github.ipsecmaven.policy.RuleInfo;
import io.github.ipsecmaven.spec.ImportingPool;

/** Client-side apply keeps a copy of the object in one of its annotations. */
public final class AppliedByClients implements Limit {

    /** Bytes of all annotations of an object together. */
    private static final long MOST = 262_144;

    private static final RuleInfo INFO = RuleInfo.note("IPSEC-M012",
            "An object can be applied by client-side apply",
            "`oc apply` without `--server-side` copies the object into an annotation, and annotations hold 262144 "
                    + "bytes (Kubernetes API); Argo CD and Flux read in the manifest that the server is to apply it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Rendered rendered, Findings findings) {
        for (PoolSizes.PoolSize size : rendered.pools()) {
            ImportingPool pool = size.pool();
            for (Manifest object : rendered.objects()) {
                boolean ours = object.kind().equals("MachineConfig") && object.name().equals(pool.certsConfig());
                long bytes = ours ? JsonSize.of(object.body()) : 0;
                if (bytes > MOST) {
                    findings.add(PoolSizes.place(pool, rendered.spec()),
                            "the MachineConfig '" + object.name() + "' has " + bytes + " bytes",
                            "apply it with `oc apply --server-side`, if you apply it by hand");
                }
            }
        }
    }
}
