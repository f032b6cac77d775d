package io.github.ipsecmaven.policy;

import io.github.ipsecmaven.policy.certificate.AnchorFileReadable;
import io.github.ipsecmaven.policy.certificate.AnchorIsPem;
import io.github.ipsecmaven.policy.certificate.AnchorIsRoot;
import io.github.ipsecmaven.policy.certificate.AnchorUsed;
import io.github.ipsecmaven.policy.certificate.AnchorsDiffer;
import io.github.ipsecmaven.policy.certificate.AuthbyFitsKey;
import io.github.ipsecmaven.policy.certificate.BundleChainsToAnchor;
import io.github.ipsecmaven.policy.certificate.BundleEncryptionForPolicy;
import io.github.ipsecmaven.policy.certificate.BundleHasNickname;
import io.github.ipsecmaven.policy.certificate.BundleMacForNss;
import io.github.ipsecmaven.policy.certificate.BundleNamesNode;
import io.github.ipsecmaven.policy.certificate.BundleOpensQuickly;
import io.github.ipsecmaven.policy.certificate.CertificateAlreadyValid;
import io.github.ipsecmaven.policy.certificate.CertificateExpiresSoon;
import io.github.ipsecmaven.policy.certificate.CertificateNotExpired;
import io.github.ipsecmaven.policy.certificate.CommonNameNotReserved;
import io.github.ipsecmaven.policy.certificate.EcdsaKeyEncrypted;
import io.github.ipsecmaven.policy.certificate.EcdsaNeedsRelease;
import io.github.ipsecmaven.policy.certificate.EndHasSubject;
import io.github.ipsecmaven.policy.certificate.EndIsNoAuthority;
import io.github.ipsecmaven.policy.certificate.ExtendedKeyUsageForIke;
import io.github.ipsecmaven.policy.certificate.ExtensionsUnderstood;
import io.github.ipsecmaven.policy.certificate.IdentityPerNode;
import io.github.ipsecmaven.policy.certificate.IssuerMaySign;
import io.github.ipsecmaven.policy.certificate.KeyKindForNss;
import io.github.ipsecmaven.policy.certificate.KeyLinkedToCertificate;
import io.github.ipsecmaven.policy.certificate.KeyMatchesCertificate;
import io.github.ipsecmaven.policy.certificate.KeyUsageForIke;
import io.github.ipsecmaven.policy.certificate.NameConstraintsAllow;
import io.github.ipsecmaven.policy.certificate.NicknameNotReserved;
import io.github.ipsecmaven.policy.certificate.NicknameReadable;
import io.github.ipsecmaven.policy.certificate.NicknamesOnNode;
import io.github.ipsecmaven.policy.certificate.NoForeignRoot;
import io.github.ipsecmaven.policy.certificate.NoKeyInPublicFile;
import io.github.ipsecmaven.policy.certificate.NodeHoldsIntermediates;
import io.github.ipsecmaven.policy.certificate.NothingElseInBundle;
import io.github.ipsecmaven.policy.certificate.OneCertificatePerAnchor;
import io.github.ipsecmaven.policy.certificate.OneKeyPerBundle;
import io.github.ipsecmaven.policy.certificate.PathLengthAllows;
import io.github.ipsecmaven.policy.certificate.PoliciesStated;
import io.github.ipsecmaven.policy.certificate.RemoteChainsToAnchor;
import io.github.ipsecmaven.policy.certificate.RemoteHoldsIntermediates;
import io.github.ipsecmaven.policy.certificate.RemoteIdentityCertified;
import io.github.ipsecmaven.policy.certificate.RemoteKeyAccepted;
import io.github.ipsecmaven.policy.certificate.RemoteNamesAddress;
import io.github.ipsecmaven.policy.certificate.RemoteOfIssuer;
import io.github.ipsecmaven.policy.certificate.RsaKeyAboveThreshold;
import io.github.ipsecmaven.policy.certificate.RsaKeyLongEnough;
import io.github.ipsecmaven.policy.certificate.SerialOncePerIssuer;
import io.github.ipsecmaven.policy.certificate.SignatureHashAllowed;
import io.github.ipsecmaven.policy.connection.AddressForm;
import io.github.ipsecmaven.policy.connection.AddressFullyQualified;
import io.github.ipsecmaven.policy.connection.AddressOncePerEnd;
import io.github.ipsecmaven.policy.connection.AnchorsNeeded;
import io.github.ipsecmaven.policy.connection.ClusterNetworksKept;
import io.github.ipsecmaven.policy.connection.DefaultRouteAddress;
import io.github.ipsecmaven.policy.connection.InterfaceOncePerNode;
import io.github.ipsecmaven.policy.connection.Ipv4Only;
import io.github.ipsecmaven.policy.connection.LocalNetworkBehindOneNode;
import io.github.ipsecmaven.policy.connection.NetworkForm;
import io.github.ipsecmaven.policy.connection.NetworkHostBits;
import io.github.ipsecmaven.policy.connection.NetworkInsideAnother;
import io.github.ipsecmaven.policy.connection.NetworkNotEverything;
import io.github.ipsecmaven.policy.connection.NetworkOncePerNode;
import io.github.ipsecmaven.policy.connection.NetworksOfEndsDiffer;
import io.github.ipsecmaven.policy.connection.NodesOutsideRemoteNetworks;
import io.github.ipsecmaven.policy.connection.PlaceholdersFilled;
import io.github.ipsecmaven.policy.connection.RemoteHasNodes;
import io.github.ipsecmaven.policy.connection.RemotesOutsideOtherNetworks;
import io.github.ipsecmaven.policy.connection.TransportIsHostToHost;
import io.github.ipsecmaven.policy.connection.TunnelNeedsBundle;
import io.github.ipsecmaven.policy.connection.UnicastOnly;
import io.github.ipsecmaven.policy.delivery.AcmRemovesNothing;
import io.github.ipsecmaven.policy.delivery.EngineFindsTheTree;
import io.github.ipsecmaven.policy.delivery.EngineLetsGo;
import io.github.ipsecmaven.policy.delivery.FluxHasItsIdentity;
import io.github.ipsecmaven.policy.delivery.FluxKeepsItsSource;
import io.github.ipsecmaven.policy.delivery.FluxSourceIsEmitted;
import io.github.ipsecmaven.policy.delivery.PolicyNamesFit;
import io.github.ipsecmaven.policy.guard.AbsentGuardGuardsNothing;
import io.github.ipsecmaven.policy.guard.ClosedRemoteHasNetwork;
import io.github.ipsecmaven.policy.guard.GuardFitsPool;
import io.github.ipsecmaven.policy.guard.GuardKeepsNeedsOpen;
import io.github.ipsecmaven.policy.guard.GuardNeedsRoutingViaHost;
import io.github.ipsecmaven.policy.guard.GuardNoWiderThanTunnel;
import io.github.ipsecmaven.policy.guard.GuardedPoolSizeKnown;
import io.github.ipsecmaven.policy.guard.NeedIsAddress;
import io.github.ipsecmaven.policy.guard.NeedsOfNodesKnown;
import io.github.ipsecmaven.policy.guard.NewGuardIsExpected;
import io.github.ipsecmaven.policy.guard.OpenRemoteOutsideGuard;
import io.github.ipsecmaven.policy.guard.RemoteFailsClosed;
import io.github.ipsecmaven.policy.guard.SecondaryNetworksUnguarded;
import io.github.ipsecmaven.policy.identity.IdentityCharacters;
import io.github.ipsecmaven.policy.identity.IdentityForm;
import io.github.ipsecmaven.policy.identity.IdentityKeptAsWritten;
import io.github.ipsecmaven.policy.identity.IdentityOfAnotherAddress;
import io.github.ipsecmaven.policy.identity.IdentityPinned;
import io.github.ipsecmaven.policy.identity.IdentityProved;
import io.github.ipsecmaven.policy.identity.NameIsMarked;
import io.github.ipsecmaven.policy.lifecycle.DroppedDisruptionPolicy;
import io.github.ipsecmaven.policy.lifecycle.DroppedNetworkField;
import io.github.ipsecmaven.policy.lifecycle.GuardUnderPolicy;
import io.github.ipsecmaven.policy.lifecycle.ModeChange;
import io.github.ipsecmaven.policy.lifecycle.MtuChangeInStages;
import io.github.ipsecmaven.policy.lifecycle.PurgedPoolUnderPolicy;
import io.github.ipsecmaven.policy.lifecycle.RenamedConnection;
import io.github.ipsecmaven.policy.lifecycle.ShrunkGuard;
import io.github.ipsecmaven.policy.lifecycle.VanishedConnection;
import io.github.ipsecmaven.policy.lifecycle.VanishedEspOffload;
import io.github.ipsecmaven.policy.lifecycle.VanishedGuard;
import io.github.ipsecmaven.policy.lifecycle.VanishedNode;
import io.github.ipsecmaven.policy.lifecycle.VanishedPool;
import io.github.ipsecmaven.policy.lifecycle.VanishedRemote;
import io.github.ipsecmaven.policy.naming.BundleFileNameFree;
import io.github.ipsecmaven.policy.naming.BundleFileNameReadable;
import io.github.ipsecmaven.policy.naming.BundleFileOncePerPool;
import io.github.ipsecmaven.policy.naming.FileNameFree;
import io.github.ipsecmaven.policy.naming.MachineConfigNameFree;
import io.github.ipsecmaven.policy.naming.MachineConfigNameOnce;
import io.github.ipsecmaven.policy.network.EncapsulationNeedsFull;
import io.github.ipsecmaven.policy.network.EncapsulationNeedsRelease;
import io.github.ipsecmaven.policy.network.EspNeedsEncapsulation;
import io.github.ipsecmaven.policy.network.MtuChangeFits;
import io.github.ipsecmaven.policy.network.MtuIsKnown;
import io.github.ipsecmaven.policy.network.MtuLeavesRoomForEsp;
import io.github.ipsecmaven.policy.network.MtuLeavesRoomForGeneve;
import io.github.ipsecmaven.policy.network.MtuToSpare;
import io.github.ipsecmaven.policy.network.TunnelsNeedRoutingViaHost;
import io.github.ipsecmaven.policy.platform.ArbiterLacksLibreswan;
import io.github.ipsecmaven.policy.platform.CertificatesServeTunnels;
import io.github.ipsecmaven.policy.platform.CustomPoolReceivesWorkersKeys;
import io.github.ipsecmaven.policy.platform.DisableBeforeUpgrade;
import io.github.ipsecmaven.policy.platform.DisruptionPolicyIsGeneral;
import io.github.ipsecmaven.policy.platform.DisruptionPolicyNeedsOwnControlPlane;
import io.github.ipsecmaven.policy.platform.DisruptionPolicyNeedsRelease;
import io.github.ipsecmaven.policy.platform.EspOffloadNeedsNmstate;
import io.github.ipsecmaven.policy.platform.EspOffloadOutsideOvs;
import io.github.ipsecmaven.policy.platform.ExternalNeedsRemotes;
import io.github.ipsecmaven.policy.platform.FullBesideTunnels;
import io.github.ipsecmaven.policy.platform.FullNeedsOwnControlPlane;
import io.github.ipsecmaven.policy.platform.LargeClusterNeedsLibreswan5;
import io.github.ipsecmaven.policy.platform.ModeNeedsField;
import io.github.ipsecmaven.policy.platform.OwnIpsecConfigsNeedRelease;
import io.github.ipsecmaven.policy.platform.PausedPool;
import io.github.ipsecmaven.policy.platform.PlatformNoneIsUnclear;
import io.github.ipsecmaven.policy.platform.PlatformSupportsTunnels;
import io.github.ipsecmaven.policy.platform.PoolCountsItsNodes;
import io.github.ipsecmaven.policy.platform.PurgeNeedsMode;
import io.github.ipsecmaven.policy.platform.TunnelsNeedLibreswanOnNodes;
import io.github.ipsecmaven.policy.platform.TunnelsNeedMode;
import io.github.ipsecmaven.policy.platform.TunnelsNeedOwnControlPlane;
import io.github.ipsecmaven.policy.platform.WorkerPoolOnCompactCluster;
import io.github.ipsecmaven.policy.proposal.AuthbyKept;
import io.github.ipsecmaven.policy.proposal.CertificatesAuthenticate;
import io.github.ipsecmaven.policy.proposal.FipsAlgorithm;
import io.github.ipsecmaven.policy.proposal.InterfaceForm;
import io.github.ipsecmaven.policy.proposal.IssuerForm;
import io.github.ipsecmaven.policy.proposal.LifetimeKept;
import io.github.ipsecmaven.policy.proposal.LivenessKnobs;
import io.github.ipsecmaven.policy.proposal.NodeSendsCertificate;
import io.github.ipsecmaven.policy.proposal.OptionCharacters;
import io.github.ipsecmaven.policy.proposal.OptionVocabulary;
import io.github.ipsecmaven.policy.proposal.ProposalGrammar;
import io.github.ipsecmaven.policy.proposal.ProtoPortForm;
import io.github.ipsecmaven.policy.proposal.ProtoPortOnBothSides;
import io.github.ipsecmaven.policy.proposal.WeakAlgorithm;
import io.github.ipsecmaven.policy.release.OptionNeedsRelease;
import io.github.ipsecmaven.policy.release.OptionOnRecord;
import io.github.ipsecmaven.policy.release.UnknownRelease;
import io.github.ipsecmaven.policy.release.UnsupportedRelease;
import io.github.ipsecmaven.policy.secret.BuildKnowsPassword;
import io.github.ipsecmaven.policy.secret.FipsWantsPassword;
import io.github.ipsecmaven.policy.secret.KeysSealed;
import io.github.ipsecmaven.policy.secret.KeysUntracked;
import io.github.ipsecmaven.policy.secret.PasswordFileOutsideMachineConfig;
import io.github.ipsecmaven.policy.secret.PasswordFilePerPassword;
import io.github.ipsecmaven.policy.secret.PasswordFileSurvivesReboot;
import io.github.ipsecmaven.policy.secret.RecipientForm;
import io.github.ipsecmaven.policy.secret.RecipientOnce;
import io.github.ipsecmaven.policy.secret.RemovedReaders;
import io.github.ipsecmaven.policy.secret.RepositoryWithoutPassword;
import io.github.ipsecmaven.policy.secret.SealedKeysUnderAcm;
import java.util.List;

/** Every rule, sorted by id. A new rule is one class and one line here. */
public final class Catalogue {

    public static final List<Rule> RULES = List.of(
            new TunnelNeedsBundle(), // A001
            new AnchorsNeeded(), // A002
            new InterfaceOncePerNode(), // A003
            new PlaceholdersFilled(), // A004
            new AddressForm(), // A005
            new Ipv4Only(), // A006
            new AddressFullyQualified(), // A007
            new DefaultRouteAddress(), // A008
            new NetworkForm(), // A009
            new NetworkHostBits(), // A010
            new NetworkNotEverything(), // A011
            new TransportIsHostToHost(), // A012
            new NetworkOncePerNode(), // A013
            new NetworkInsideAnother(), // A014
            new NodesOutsideRemoteNetworks(), // A015
            new RemotesOutsideOtherNetworks(), // A016
            new AddressOncePerEnd(), // A017
            new ClusterNetworksKept(), // A018
            new UnicastOnly(), // A019
            new NetworksOfEndsDiffer(), // A020
            new RemoteHasNodes(), // A021
            new LocalNetworkBehindOneNode(), // A022
            new BundleHasNickname(), // C003
            new OneKeyPerBundle(), // C004
            new KeyMatchesCertificate(), // C005
            new KeyLinkedToCertificate(), // C006
            new CertificateExpiresSoon(), // C007
            new BundleMacForNss(), // C008
            new BundleEncryptionForPolicy(), // C009
            new BundleOpensQuickly(), // C010
            new NoForeignRoot(), // C011
            new NothingElseInBundle(), // C012
            new KeyKindForNss(), // C013
            new RsaKeyLongEnough(), // C014
            new RsaKeyAboveThreshold(), // C015
            new SignatureHashAllowed(), // C016
            new CertificateNotExpired(), // C017
            new CertificateAlreadyValid(), // C018
            new EndIsNoAuthority(), // C019
            new KeyUsageForIke(), // C020
            new ExtendedKeyUsageForIke(), // C021
            new ExtensionsUnderstood(), // C022
            new BundleNamesNode(), // C023
            new EndHasSubject(), // C024
            new BundleChainsToAnchor(), // C025
            new RemoteHoldsIntermediates(), // C026
            new IssuerMaySign(), // C027
            new NameConstraintsAllow(), // C028
            new OneCertificatePerAnchor(), // C029
            new AnchorFileReadable(), // C030
            new AnchorIsPem(), // C031
            new AnchorIsRoot(), // C032
            new AnchorsDiffer(), // C033
            new AnchorUsed(), // C034
            new CommonNameNotReserved(), // C036
            new NicknameReadable(), // C037
            new NicknameNotReserved(), // C038
            new NicknamesOnNode(), // C039
            new IdentityPerNode(), // C040
            new EcdsaNeedsRelease(), // C041
            new AuthbyFitsKey(), // C042
            new RemoteNamesAddress(), // C043
            new RemoteIdentityCertified(), // C044
            new RemoteChainsToAnchor(), // C045
            new NodeHoldsIntermediates(), // C046
            new SerialOncePerIssuer(), // C047
            new NoKeyInPublicFile(), // C048
            new EcdsaKeyEncrypted(), // C049
            new RemoteKeyAccepted(), // C050
            new RemoteOfIssuer(), // C051
            new PathLengthAllows(), // C052
            new PoliciesStated(), // C053
            new PolicyNamesFit(), // D004
            new AcmRemovesNothing(), // D006
            new EngineLetsGo(), // D007
            new EngineFindsTheTree(), // D008
            new FluxKeepsItsSource(), // D009
            new FluxHasItsIdentity(), // D015
            new FluxSourceIsEmitted(), // D016
            new ProposalGrammar(), // E001
            new WeakAlgorithm(), // E002
            new FipsAlgorithm(), // E003
            new OptionCharacters(), // E004
            new OptionVocabulary(), // E005
            new CertificatesAuthenticate(), // E006
            new AuthbyKept(), // E007
            new LifetimeKept(), // E008
            new InterfaceForm(), // E009
            new IssuerForm(), // E010
            new ProtoPortForm(), // E011
            new ProtoPortOnBothSides(), // E012
            new LivenessKnobs(), // E013
            new NodeSendsCertificate(), // E014
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
            new VanishedEspOffload(), // G012
            new VanishedGuard(), // G013
            new GuardUnderPolicy(), // G014
            new ShrunkGuard(), // G015
            new IdentityPinned(), // I001
            new IdentityForm(), // I002
            new NameIsMarked(), // I003
            new IdentityKeptAsWritten(), // I004
            new IdentityCharacters(), // I005
            new IdentityOfAnotherAddress(), // I006
            new IdentityProved(), // I007
            new RemoteFailsClosed(), // K001
            new GuardNeedsRoutingViaHost(), // K002
            new GuardKeepsNeedsOpen(), // K003
            new NeedsOfNodesKnown(), // K004
            new GuardFitsPool(), // K005
            new GuardedPoolSizeKnown(), // K006
            new GuardNoWiderThanTunnel(), // K007
            new NewGuardIsExpected(), // K008
            new SecondaryNetworksUnguarded(), // K009
            new ClosedRemoteHasNetwork(), // K010
            new AbsentGuardGuardsNothing(), // K011
            new OpenRemoteOutsideGuard(), // K012
            new NeedIsAddress(), // K013
            new BundleFileOncePerPool(), // M001
            new BundleFileNameReadable(), // M002
            new BundleFileNameFree(), // M003
            new MachineConfigNameFree(), // M004
            new MachineConfigNameOnce(), // M005
            new FileNameFree(), // M006
            new EncapsulationNeedsFull(), // N001
            new EncapsulationNeedsRelease(), // N002
            new TunnelsNeedRoutingViaHost(), // N003
            new EspNeedsEncapsulation(), // N004
            new MtuLeavesRoomForEsp(), // N005
            new MtuLeavesRoomForGeneve(), // N006
            new MtuIsKnown(), // N007
            new MtuToSpare(), // N008
            new MtuChangeFits(), // N020
            new ModeNeedsField(), // P001
            new TunnelsNeedMode(), // P002
            new TunnelsNeedOwnControlPlane(), // P003
            new FullNeedsOwnControlPlane(), // P004
            new PlatformSupportsTunnels(), // P005
            new PlatformNoneIsUnclear(), // P006
            new ExternalNeedsRemotes(), // P007
            new CertificatesServeTunnels(), // P008
            new FullBesideTunnels(), // P009
            new TunnelsNeedLibreswanOnNodes(), // P010
            new DisableBeforeUpgrade(), // P011
            new DisruptionPolicyNeedsRelease(), // P012
            new DisruptionPolicyIsGeneral(), // P013
            new DisruptionPolicyNeedsOwnControlPlane(), // P014
            new PausedPool(), // P015
            new PoolCountsItsNodes(), // P016
            new WorkerPoolOnCompactCluster(), // P017
            new CustomPoolReceivesWorkersKeys(), // P018
            new LargeClusterNeedsLibreswan5(), // P019
            new EspOffloadNeedsNmstate(), // P021
            new PurgeNeedsMode(), // P022
            new OwnIpsecConfigsNeedRelease(), // P023
            new ArbiterLacksLibreswan(), // P024
            new EspOffloadOutsideOvs(), // P025
            new UnsupportedRelease(), // R001
            new UnknownRelease(), // R002
            new OptionNeedsRelease(), // R003
            new OptionOnRecord(), // R004
            new BuildKnowsPassword(), // S001
            new PasswordFileOutsideMachineConfig(), // S002
            new PasswordFileSurvivesReboot(), // S003
            new FipsWantsPassword(), // S004
            new PasswordFilePerPassword(), // S005
            new KeysSealed(), // S006
            new RecipientForm(), // S007
            new RecipientOnce(), // S008
            new RemovedReaders(), // S009
            new KeysUntracked(), // S010
            new SealedKeysUnderAcm(), // S012
            new RepositoryWithoutPassword()); // S015

    private Catalogue() {}
}
