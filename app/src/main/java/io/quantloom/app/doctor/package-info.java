/**
 * Looks whether this machine has what Quantloom needs: {@link io.quantloom.app.doctor.Doctor} makes one
 * {@link io.quantloom.app.doctor.Check} of each thing. Changes nothing but what opening a workspace changes.
 */
@NullMarked
package io.quantloom.app.doctor;

import org.jspecify.annotations.NullMarked;
