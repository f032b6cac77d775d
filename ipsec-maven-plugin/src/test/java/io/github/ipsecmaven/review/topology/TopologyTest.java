package io.github.ipsecmaven.review.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.review.markup.Markup;
import io.github.ipsecmaven.review.topology.Topology.Far;
import io.github.ipsecmaven.review.topology.Topology.Group;
import io.github.ipsecmaven.review.topology.Topology.Link;
import io.github.ipsecmaven.review.topology.Topology.Network;
import io.github.ipsecmaven.spec.ClusterSpec;
import io.github.ipsecmaven.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {

    @TempDir
    private Path folder;

    @Test
    void nodesOfAPoolWithTheSameTunnelsAreOneGroup() throws Exception {
        Topology topology = Topology.of(spec("""
                nodes:
                  w-0: {}
                  w-1: {}
                  w-2: {}
                  s-0: {pool: storage}
                remotes:
                  nas: {address: 192.0.2.20, type: transport}
                  branch:
                    address: 198.51.100.7
                    subnets: {lan: 172.20.0.0/16, dmz: 172.21.0.0/16}
                    type: tunnel
                    nodes: {w-2: {}, s-0: {localSubnet: 10.9.0.0/16}}
                """));
        assertEquals(List.of(new Group("worker", List.of("w-0", "w-1")), new Group("worker", List.of("w-2")),
                new Group("storage", List.of("s-0"))), topology.groups());
        assertEquals(List.of("nas", "branch"), topology.remotes().stream().map(Far::name).toList());
        assertEquals(List.of("lan 172.20.0.0/16, tunnel", "dmz 172.21.0.0/16, tunnel",
                "lan 172.20.0.0/16 from 10.9.0.0/16, tunnel", "dmz 172.21.0.0/16 from 10.9.0.0/16, tunnel"),
                topology.remotes().get(1).networks().stream().map(Network::label).toList());
        assertEquals(List.of(new Link(0, 0, 0), new Link(1, 0, 0), new Link(1, 1, 0), new Link(1, 1, 1),
                new Link(2, 0, 0), new Link(2, 1, 2), new Link(2, 1, 3)), topology.links());
    }

    @Test
    void whatIsAbsentIsNotDrawn() throws Exception {
        Topology topology = Topology.of(spec("""
                nodes:
                  w-0: {}
                  w-1: {state: absent}
                remotes:
                  nas: {address: 192.0.2.20, type: transport}
                  gone: {address: 192.0.2.21, type: transport, state: absent}
                """));
        assertEquals(List.of(new Group("worker", List.of("w-0"))), topology.groups());
        assertEquals(1, topology.remotes().size());
    }

    @Test
    void manyNodesOfAKindAreDrawnAsFew() throws Exception {
        StringBuilder nodes = new StringBuilder("nodes:\n");
        IntStream.range(0, 60).forEach(i -> nodes.append("  w-").append(i).append(": {}\n"));
        Topology topology = Topology.of(spec(nodes + "remotes:\n  nas: {address: 192.0.2.20, type: transport}\n"));
        assertEquals("""
                flowchart LR
                  subgraph p0["pool worker"]
                    g0["w-0 … w-59<br/>60 nodes"]
                  end
                  r0(["nas<br/>192.0.2.20"])
                  g0 --- |"192.0.2.20/32, transport"| r0
                """, MermaidDiagram.of(topology).orElseThrow());
        assertEquals(1, svg(topology).split("<path ").length - 1);
    }

    @Test
    void whatNobodyCouldTellApartIsNotDrawnAsMermaid() {
        List<Group> groups = new ArrayList<>();
        List<Far> remotes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            groups.add(new Group("worker", List.of("node-" + i)));
            remotes.add(new Far("remote-" + i, "192.0.2." + i,
                    List.of(new Network(Optional.empty(), "10.0.0.0/8", Optional.empty(), "tunnel"))));
            for (int remote = 0; remote < 20; remote++) {
                links.add(new Link(i, remote, 0));
            }
        }
        assertTrue(MermaidDiagram.of(new Topology(false, groups, remotes, links)).isEmpty());
        assertTrue(MermaidDiagram.of(new Topology(false, groups, remotes, links.subList(0, 400))).isPresent());
    }

    @Test
    void everyLinkBeginsAndEndsAtItsRow() throws Exception {
        Topology topology = new Topology(false,
                List.of(new Group("worker", List.of("a", "b")), new Group("storage", List.of("c"))),
                List.of(new Far("nas", "nas.example.com",
                        List.of(new Network(Optional.empty(), "192.0.2.20/32", Optional.empty(), "transport")))),
                List.of(new Link(0, 0, 0), new Link(1, 0, 0)));
        String svg = svg(topology);
        List<String> ends = svg.lines().flatMap(line -> List.of(line.split("<path d=\"")).stream().skip(1))
                .map(path -> path.substring(0, path.indexOf('"'))).map(path -> path.substring(path.lastIndexOf(' '))).toList();
        assertEquals(2, ends.size());
        assertEquals(ends.get(0), ends.get(1));
        assertFalse(svg.contains("style="), "a content security policy forbids it");
    }

    private static String svg(Topology topology) {
        StringBuilder svg = new StringBuilder();
        SvgDiagram.write(topology, "Tunnels", new Markup(svg));
        return svg.toString();
    }

    private ClusterSpec spec(String nodesAndRemotes) throws IOException {
        Path file = folder.resolve("ipsec.yaml");
        Files.writeString(file, """
                apiVersion: ipsec-maven.github.io/v1
                kind: ClusterIPsec
                metadata: {name: case}
                cluster: {openshift: "4.20.11", platform: BareMetal}
                mode: External
                nodeDefaults: {domain: example.com}
                """ + nodesAndRemotes);
        Diagnostics diagnostics = new Diagnostics();
        return SpecLoader.load(file, folder, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }
}
