package io.quantloom.engine.base;

/** Something that happened; the events themselves are sealed interfaces of records in their feature packages. */
public interface Event {}
