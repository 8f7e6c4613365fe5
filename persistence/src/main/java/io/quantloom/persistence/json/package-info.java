/**
 * Value types of the engine as JSON columns of the store: one class for each family, {@code json} to write and a reader for
 * each type. {@code Json} is the one way to Jackson here.
 */
@NullMarked
package io.quantloom.persistence.json;

import org.jspecify.annotations.NullMarked;
