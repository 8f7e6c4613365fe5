/**
 * Strict reading of our own YAML files: {@link io.quantloom.engine.document.YamlText} hands a
 * {@link io.quantloom.engine.document.Section} to a reader, which asks for each key by its
 * {@link io.quantloom.engine.document.Kind}. All that is wrong is found at once, each with line, key and what was
 * expected; keys nobody asked for are wrong too. The only importer of Jackson's YAML. Uses {@code base}.
 */
@NullMarked
package io.quantloom.engine.document;

import org.jspecify.annotations.NullMarked;
