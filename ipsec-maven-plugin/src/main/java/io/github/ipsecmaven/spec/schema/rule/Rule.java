package io.github.ipsecmaven.spec.schema.rule;

import io.github.ipsecmaven.spec.yaml.Tree;

/** What a schema asks of a value. Of a value of another kind than it speaks of, a rule asks nothing. */
public interface Rule {

    boolean accepts(Tree value);
}
