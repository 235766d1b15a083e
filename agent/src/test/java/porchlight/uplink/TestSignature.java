package porchlight.uplink;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signed a request, and whether; read from the protocol alone. */
final class TestSignature {
  private static final Pattern INPUT =
      Pattern.compile(
          "porchlight=(\\(([^)]*)\\);created=(\\d+);nonce=\"([A-Za-z0-9_-]{22,64})\";"
              + "keyid=\"([A-Za-z0-9_-]{43})\";alg=\"ecdsa-p256-sha256\")");

  private TestSignature() {}

  static Optional<String> signer(Taken request) {
    Matcher input = input(request);
    return input.matches() ? Optional.of(input.group(5)) : Optional.empty();
  }

  static Matcher input(Taken request) {
    Matcher input = INPUT.matcher(request.headers().getOrDefault("signature-input", ""));
    input.matches();
    return input;
  }

  static boolean signed(Taken request, PublicKey key) throws GeneralSecurityException {
    Matcher input = input(request);
    if (!input.matches()) {
      return false;
    }
    var headers = request.headers();
    boolean get = request.path().equals("/v1/policy");
    String digest =
        "sha-256=:" + Base64.getEncoder().encodeToString(TestBytes.sha256(request.body())) + ":";
    if (!get && !digest.equals(headers.get("content-digest"))) {
      return false;
    }
    var demanded =
        new ArrayList<>(
            get ? List.of("@method", "@path") : List.of("@method", "@path", "content-type"));
    if (headers.containsKey("content-encoding")) {
      demanded.add("content-encoding");
    }
    if (!get) {
      demanded.add("content-digest");
    }
    if (request.path().equals("/v1/reports")) {
      demanded.add("idempotency-key");
    }
    if (!input.group(2).equals("\"" + String.join("\" \"", demanded) + "\"")) {
      return false;
    }
    var base = new StringBuilder();
    for (String name : demanded) {
      String value =
          switch (name) {
            case "@method" -> get ? "GET" : "POST";
            case "@path" -> request.path();
            default -> headers.getOrDefault(name, "?");
          };
      base.append('"').append(name).append("\": ").append(value).append('\n');
    }
    base.append("\"@signature-params\": ").append(input.group(1));
    String signature = headers.getOrDefault("signature", "");
    var verifier = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(key);
    verifier.update(base.toString().getBytes(StandardCharsets.UTF_8));
    return signature.startsWith("porchlight=:")
        && signature.endsWith(":")
        && verifier.verify(
            Base64.getDecoder().decode(signature.substring(12, signature.length() - 1)));
  }

  static ECPublicKey key(String x, String y) throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    var decoder = Base64.getUrlDecoder();
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(
                        new BigInteger(1, decoder.decode(x)), new BigInteger(1, decoder.decode(y))),
                    parameters.getParameterSpec(ECParameterSpec.class)));
  }

  static String thumbprint(String x, String y) {
    String members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
    return TestBytes.url(TestBytes.sha256(members.getBytes(StandardCharsets.UTF_8)));
  }
}
