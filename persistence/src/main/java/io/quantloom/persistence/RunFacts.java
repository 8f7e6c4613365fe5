package io.quantloom.persistence;

import io.quantloom.engine.experiment.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was logged to a run, as one binary value. The maps may be changed; used by one thread.
 *
 * @param params by name
 * @param tags by name
 * @param metrics of each key the value with the highest step, then the latest
 */
record RunFacts(SortedMap<String, String> params, SortedMap<String, String> tags, SortedMap<String, Metric> metrics) {

    private static final int LARGEST = 1_000_000;

    /** Returns the facts of a run that begins. */
    static RunFacts of(Map<String, String> params, Map<String, String> tags) {
        return new RunFacts(new TreeMap<>(params), new TreeMap<>(tags), new TreeMap<>());
    }

    /** Takes the metric if it is the last of its key: by step, then time, then order of logging. */
    boolean offer(Metric metric) {
        Metric last = metrics.get(metric.key());
        boolean isLast = last == null
                || metric.step() > last.step()
                || (metric.step() == last.step() && !metric.timestamp().isBefore(last.timestamp()));
        if (isLast) {
            metrics.put(metric.key(), metric);
        }
        return isLast;
    }

    /** {@return the values of the metrics by key} */
    SortedMap<String, Double> values() {
        SortedMap<String, Double> values = new TreeMap<>();
        metrics.forEach((key, metric) -> values.put(key, metric.value()));
        return values;
    }

    /** {@return the facts as bytes, which {@link #decode} reads} */
    byte[] encode() {
        byte[] bytes = written(out -> {
            encode(out, params);
            encode(out, tags);
            encode(out, List.copyOf(metrics.values()));
        });
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("params, tags and metrics of a run take at most " + LARGEST
                    + " bytes together, were " + bytes.length + "; write long texts as artifacts");
        }
        return bytes;
    }

    /** Returns the facts of the bytes. */
    static RunFacts decode(byte[] bytes) {
        return read(bytes, in -> {
            RunFacts facts = of(texts(in), texts(in));
            metrics(in).forEach(facts::offer);
            return facts;
        });
    }

    /** Returns metrics as bytes, which {@link #decodeMetrics} reads. */
    static byte[] encodeMetrics(List<Metric> metrics) {
        return written(out -> encode(out, metrics));
    }

    /** Returns the metrics of the bytes, in their order. */
    static List<Metric> decodeMetrics(byte[] bytes) {
        return read(bytes, RunFacts::metrics);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void encode(DataOutputStream out, SortedMap<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            encode(out, text.getKey());
            encode(out, text.getValue());
        }
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            texts.put(text(in), text(in));
        }
        return texts;
    }

    private static void encode(DataOutputStream out, List<Metric> metrics) throws IOException {
        SortedMap<String, Integer> keys = new TreeMap<>();
        metrics.forEach(metric -> keys.putIfAbsent(metric.key(), 0));
        out.writeInt(keys.size());
        int number = 0;
        for (Map.Entry<String, Integer> key : keys.entrySet()) {
            encode(out, key.getKey());
            key.setValue(number++);
        }
        out.writeInt(metrics.size());
        long second = 0;
        long step = 0;
        for (Metric metric : metrics) {
            Instant at = metric.timestamp();
            long now = at.getEpochSecond();
            int nano = at.getNano();
            varint(out, keys.getOrDefault(metric.key(), 0));
            out.writeLong(Double.doubleToRawLongBits(metric.value()));
            varint(out, now - second);
            varint(out, nano);
            varint(out, metric.step() - step);
            second = now;
            step = metric.step();
        }
    }

    private static List<Metric> metrics(DataInputStream in) throws IOException {
        String[] keys = new String[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = text(in);
        }
        int size = in.readInt();
        List<Metric> metrics = new ArrayList<>(size);
        long second = 0;
        long step = 0;
        for (int i = 0; i < size; i++) {
            String key = keys[(int) varint(in)];
            double value = Double.longBitsToDouble(in.readLong());
            second += varint(in);
            Instant timestamp = Instant.ofEpochSecond(second, varint(in));
            step += varint(in);
            metrics.add(new Metric(key, value, timestamp, step));
        }
        return metrics;
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long varint(DataInputStream in) throws IOException {
        long rest = 0;
        int shift = 0;
        byte part;
        do {
            part = in.readByte();
            rest |= (long) (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    private static void encode(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
