/**
 * One process holds a workspace; the others talk to it. {@link io.quantloom.app.lifecycle.CommandServer} answers on the
 * workspace's Unix socket and hands commands to a {@link io.quantloom.app.lifecycle.CommandHost};
 * {@link io.quantloom.app.lifecycle.CommandClient} sends one there and streams back what it says. Knows no command and no
 * screen.
 *
 * <p>The protocol: each message is a length (four bytes, big endian) and that many bytes of JSON. The client sends one
 * request, {@code {"args":[…],"cwd":"…","terminal":true|false}}; the holder answers {@code {"accepted":{"pid":…}}} at once,
 * then any number of {@code {"out":"…"}} and {@code {"err":"…"}}, and last {@code {"exit":n}}. The end of the client's
 * stream cancels the command.
 */
@NullMarked
package io.quantloom.app.lifecycle;

import org.jspecify.annotations.NullMarked;
