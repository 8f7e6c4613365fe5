package io.quantloom.app.doctor;

/**
 * One thing that was looked at. Immutable.
 *
 * @param name what it is, one word
 * @param passed whether it is as it must be
 * @param detail what was found
 * @param remedy what to do about it; empty when nothing need be done
 */
public record Check(String name, boolean passed, String detail, String remedy) {

    static Check ok(String name, String detail) {
        return new Check(name, true, detail, "");
    }

    static Check failed(String name, String detail, String remedy) {
        return new Check(name, false, detail, remedy);
    }
}
