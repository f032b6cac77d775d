package io.github.ipsecmaven.openshift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The infrastructure that a cluster runs on, {@code status.platformStatus.type} of Infrastructure/cluster, and what
 * IPsec can do there.
 *
 * <p>Names: openshift/api, config/v1/types_infrastructure.go, {@code PlatformType}. Support: product documentation,
 * "Configuring IPsec encryption", unchanged from 4.15 to 4.22.
 */
public enum Platform {

    AWS("AWS", ExternalTraffic.UNSUPPORTED),
    AZURE("Azure", ExternalTraffic.UNSUPPORTED),
    BARE_METAL("BareMetal", ExternalTraffic.SUPPORTED),
    GCP("GCP", ExternalTraffic.SUPPORTED),
    LIBVIRT("Libvirt", ExternalTraffic.UNSUPPORTED),
    OPENSTACK("OpenStack", ExternalTraffic.SUPPORTED),
    /** No provider: bare metal installed as "any platform" says this too, and the cluster cannot tell. */
    NONE("None", ExternalTraffic.UNCLEAR),
    VSPHERE("VSphere", ExternalTraffic.SUPPORTED),
    OVIRT("oVirt", ExternalTraffic.UNSUPPORTED),
    IBM_CLOUD("IBMCloud", ExternalTraffic.UNSUPPORTED),
    KUBEVIRT("KubeVirt", ExternalTraffic.UNSUPPORTED),
    EQUINIX_METAL("EquinixMetal", ExternalTraffic.UNSUPPORTED),
    POWER_VS("PowerVS", ExternalTraffic.UNSUPPORTED),
    ALIBABA_CLOUD("AlibabaCloud", ExternalTraffic.UNSUPPORTED),
    NUTANIX("Nutanix", ExternalTraffic.UNSUPPORTED),
    EXTERNAL("External", ExternalTraffic.UNSUPPORTED);

    /** Whether the product supports IPsec between nodes and hosts outside the cluster. */
    public enum ExternalTraffic {
        /** Named in the documentation's list of supported platforms. */
        SUPPORTED,
        /** The name does not say what is below it. */
        UNCLEAR,
        /** Not in the list. */
        UNSUPPORTED
    }

    private final String apiName;
    private final ExternalTraffic externalTraffic;

    Platform(String apiName, ExternalTraffic externalTraffic) {
        this.apiName = apiName;
        this.externalTraffic = externalTraffic;
    }

    /** Finds a platform by the API's own spelling, which is case-sensitive. */
    public static Optional<Platform> find(String apiName) {
        for (var platform : values()) {
            if (platform.apiName.equals(apiName)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    /** The platforms on which IPsec to hosts outside the cluster is supported, in the API's order. */
    public static List<Platform> supportingExternalTraffic() {
        List<Platform> supporting = new ArrayList<>();
        for (var platform : values()) {
            if (platform.externalTraffic == ExternalTraffic.SUPPORTED) {
                supporting.add(platform);
            }
        }
        return supporting;
    }

    /** The API's spelling, {@code BareMetal}. */
    public String apiName() {
        return apiName;
    }

    /** Whether IPsec between nodes and hosts outside the cluster is supported here. */
    public ExternalTraffic externalTraffic() {
        return externalTraffic;
    }

    /**
     * Whether ESP passes only inside UDP 4500. On IBM Cloud it is never passed as IP protocol 50, and the network
     * operator forces {@code encapsulation: Always} whatever the field says (product documentation;
     * cluster-network-operator, bindata/network/ovn-kubernetes/common/008-script-lib.yaml).
     */
    public boolean natTraversalOnly() {
        return this == IBM_CLOUD;
    }

    /**
     * Whether the NMState operator is supported for configuring IPsec and for nothing else, so that no policy may hold
     * another kind of interface (product documentation, for Google Cloud).
     */
    public boolean nmstateForIpsecOnly() {
        return this == GCP;
    }

    @Override
    public String toString() {
        return apiName;
    }
}
