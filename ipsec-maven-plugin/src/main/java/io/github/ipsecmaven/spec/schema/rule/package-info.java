/**
 * A JSON Schema as rules that say yes or no, and nothing else: each keyword is read once into what it asks, since a fleet
 * asks without end. Knows of the schema's dialect what the language needs.
 */
package io.github.ipsecmaven.spec.schema.rule;
