package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.policy.certificate.BundleHasNickname;
import io.github.ipsecmaven.policy.connection.AnchorsNeeded;
import io.github.ipsecmaven.policy.connection.InterfaceOncePerNode;
import io.github.ipsecmaven.policy.connection.TunnelNeedsBundle;
import io.github.ipsecmaven.policy.lifecycle.DroppedDisruptionPolicy;
import io.github.ipsecmaven.policy.lifecycle.DroppedNetworkField;
import io.github.ipsecmaven.policy.lifecycle.ModeChange;
import io.github.ipsecmaven.policy.lifecycle.MtuChangeInStages;
import io.github.ipsecmaven.policy.lifecycle.PurgedPoolUnderPolicy;
import io.github.ipsecmaven.policy.lifecycle.RenamedConnection;
import io.github.ipsecmaven.policy.lifecycle.VanishedConnection;
import io.github.ipsecmaven.policy.lifecycle.VanishedNode;
import io.github.ipsecmaven.policy.lifecycle.VanishedPool;
import io.github.ipsecmaven.policy.lifecycle.VanishedRemote;
import io.github.ipsecmaven.policy.naming.BundleFileOncePerPool;
import io.github.ipsecmaven.policy.network.EncapsulationNeedsFull;
import io.github.ipsecmaven.policy.network.EncapsulationNeedsRelease;
import io.github.ipsecmaven.policy.network.MtuChangeFits;
import io.github.ipsecmaven.policy.network.TunnelsNeedRoutingViaHost;
import io.github.ipsecmaven.policy.platform.ModeNeedsField;
import io.github.ipsecmaven.policy.platform.TunnelsNeedMode;
import io.github.ipsecmaven.policy.release.UnknownRelease;
import io.github.ipsecmaven.policy.release.UnsupportedRelease;
import io.github.ipsecmaven.policy.secret.BuildKnowsPassword;
import java.util.List;

/** Every rule, sorted by id. A new rule is one class and one line here. */
public final class Catalogue {

    public static final List<Rule> RULES = List.of(
            new TunnelNeedsBundle(), // A001
            new AnchorsNeeded(), // A002
            new InterfaceOncePerNode(), // A003
            new BundleHasNickname(), // C003
            new VanishedNode(), // G001
            new VanishedRemote(), // G002
            new VanishedConnection(), // G003
            new RenamedConnection(), // G004
            new VanishedPool(), // G005
            new DroppedNetworkField(), // G006
            new DroppedDisruptionPolicy(), // G007
            new PurgedPoolUnderPolicy(), // G009
            new MtuChangeInStages(), // G010
            new ModeChange(), // G011
            new BundleFileOncePerPool(), // M001
            new EncapsulationNeedsFull(), // N001
            new EncapsulationNeedsRelease(), // N002
            new TunnelsNeedRoutingViaHost(), // N003
            new MtuChangeFits(), // N020
            new ModeNeedsField(), // P001
            new TunnelsNeedMode(), // P002
            new UnsupportedRelease(), // R001
            new UnknownRelease(), // R002
            new BuildKnowsPassword()); // S001

    private Catalogue() {}
}
