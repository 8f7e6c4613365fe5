/**
 * The REST service on loopback: who may ask ({@link io.quantloom.app.service.RequestGuard}), what there is to ask for, and
 * how it starts and ends. The only package that knows Javalin and Jetty.
 */
@NullMarked
package io.quantloom.app.service;

import org.jspecify.annotations.NullMarked;
