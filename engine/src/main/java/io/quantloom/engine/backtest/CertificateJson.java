package io.quantloom.engine.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.backtest.fast.Certificate.Basis;
import io.quantloom.engine.base.Sha256;
import java.io.IOException;
import java.util.Optional;

/** The file form of a certificate. Results written before there were certificates have none, or a plain truth value. */
public final class CertificateJson {

    private CertificateJson() {}

    /** Writes the certificate as the field {@code certificate} of the object that is open. */
    public static void write(JsonGenerator json, Certificate certificate) throws IOException {
        json.writeObjectFieldStart("certificate");
        if (certificate.equal().isPresent()) {
            json.writeBooleanField("equal", certificate.equal().get());
        } else {
            json.writeNullField("equal");
        }
        json.writeStringField("reason", certificate.reason());
        if (certificate.basis().isPresent()) {
            Basis basis = certificate.basis().get();
            json.writeStringField("data_sha256", basis.data().hex());
            json.writeStringField("specification_sha256", basis.specification().hex());
            json.writeNumberField("version", basis.version());
        }
        json.writeEndObject();
    }

    /** Reads the field; empty stands for a file without one. */
    public static Certificate read(Optional<JsonNode> node) {
        if (node.isEmpty()) {
            return Certificate.none("recorded before the kernel was compared with the fast path");
        }
        JsonNode certificate = node.get();
        if (certificate.isBoolean()) {
            return new Certificate(
                    Optional.of(certificate.asBoolean()), "recorded without its reason", Optional.empty());
        }
        return new Certificate(
                Optional.of(certificate.path("equal"))
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::asBoolean),
                certificate.path("reason").asText(),
                certificate.has("version") ? Optional.of(basis(certificate)) : Optional.empty());
    }

    private static Basis basis(JsonNode node) {
        return new Basis(
                new Sha256(node.path("data_sha256").asText()),
                new Sha256(node.path("specification_sha256").asText()),
                node.path("version").asInt());
    }
}
