package io.quantloom.engine.workspace;

import java.util.SortedMap;

/**
 * What a workspace holds. Immutable.
 *
 * @param folder absolute path
 * @param schemaVersion of the store
 * @param productVersion that wrote it last
 * @param bytes size on disk
 * @param counts rows by kind: {@code series}, {@code runs}, {@code models}, {@code bots} …
 */
public record WorkspaceReport(
        String folder, String schemaVersion, String productVersion, long bytes, SortedMap<String, Long> counts) {}
