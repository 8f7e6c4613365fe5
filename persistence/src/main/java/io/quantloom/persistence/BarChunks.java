package io.quantloom.persistence;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Columns of numbers as bytes, a chunk at a time.
 *
 * <p>Times with one step between them take 16 bytes, others the differences of their differences. Prices and volumes that
 * are decimal fractions of few digits, as exchanges write them, take the differences of whole numbers; all others their
 * eight bytes. Both give back the same bits.
 */
final class BarChunks {

    /** Rows of a chunk; some 400 KB at most in practice. */
    static final int ROWS = 8192;

    private static final byte RAW = 0;
    private static final byte PACKED = 1;
    private static final int LONGEST_VARINT = 10;
    private static final double EXACT = 1L << 53;
    private static final double[] SCALES = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    private BarChunks() {}

    /** {@return a buffer that takes one chunk of the columns} */
    static ByteBuffer buffer(int columns) {
        return ByteBuffer.allocate((columns + 1) * (ROWS * LONGEST_VARINT + 32));
    }

    /** {@return what was put into the buffer} */
    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /** {@return the checksum of a stored chunk} */
    static int checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body, 0, body.length);
        return (int) crc.getValue();
    }

    /** Writes the times [from, to), at least one. */
    static void putTimes(ByteBuffer out, long[] times, int from, int to) {
        long first = times[from];
        long step = to - from > 1 ? times[from + 1] - first : 0;
        boolean even = true;
        for (int i = from + 1; i < to && even; i++) {
            even = times[i] - times[i - 1] == step;
        }
        out.put(even ? RAW : PACKED).putLong(first).putLong(step);
        if (!even) {
            long last = step;
            for (int i = from + 1; i < to; i++) {
                long delta = times[i] - times[i - 1];
                putVarint(out, delta - last);
                last = delta;
            }
        }
    }

    /** Reads times into [from, to). */
    static void takeTimes(ByteBuffer in, long[] times, int from, int to) {
        boolean even = in.get() == RAW;
        long time = in.getLong();
        long step = in.getLong();
        times[from] = time;
        for (int i = from + 1; i < to; i++) {
            if (!even) {
                step += takeVarint(in);
            }
            time += step;
            times[i] = time;
        }
    }

    /** Writes the numbers [from, to). */
    static void putNumbers(ByteBuffer out, double[] numbers, int from, int to) {
        int scale = scale(numbers, from, to);
        if (scale < 0) {
            out.put(RAW);
            out.asDoubleBuffer().put(numbers, from, to - from);
            out.position(out.position() + (to - from) * Double.BYTES);
            return;
        }
        out.put(PACKED).put((byte) scale);
        long last = 0;
        for (int i = from; i < to; i++) {
            long whole = (long) Math.rint(numbers[i] * SCALES[scale]);
            putVarint(out, whole - last);
            last = whole;
        }
    }

    /** Reads numbers into [from, to). */
    static void takeNumbers(ByteBuffer in, double[] numbers, int from, int to) {
        if (in.get() == RAW) {
            in.asDoubleBuffer().get(numbers, from, to - from);
            in.position(in.position() + (to - from) * Double.BYTES);
            return;
        }
        double scale = SCALES[in.get()];
        long whole = 0;
        for (int i = from; i < to; i++) {
            whole += takeVarint(in);
            numbers[i] = whole / scale;
        }
    }

    /** The index of the scale at which every number is whole and comes back to the bit; −1 if there is none. */
    private static int scale(double[] numbers, int from, int to) {
        int scale = 0;
        int start = from;
        while (scale < SCALES.length) {
            int bad = firstUnfit(numbers, start, to, SCALES[scale]);
            if (bad == to) {
                if (start == from) {
                    return scale;
                }
                // What fitted a smaller scale should fit this one; it is looked at, not believed.
                return firstUnfit(numbers, from, start, SCALES[scale]) == start ? scale : -1;
            }
            start = bad;
            scale++;
        }
        return -1;
    }

    private static int firstUnfit(double[] numbers, int from, int to, double scale) {
        for (int i = from; i < to; i++) {
            double whole = Math.rint(numbers[i] * scale);
            boolean fits = Math.abs(whole) < EXACT
                    && Double.doubleToRawLongBits((long) whole / scale) == Double.doubleToRawLongBits(numbers[i]);
            if (!fits) {
                return i;
            }
        }
        return to;
    }

    private static void putVarint(ByteBuffer out, long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long takeVarint(ByteBuffer in) {
        long rest = 0;
        int shift = 0;
        byte part;
        do {
            part = in.get();
            rest |= (long) (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }
}
