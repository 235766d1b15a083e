package porchlight.central;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The laptop's end of a verification, written from protocol.md alone. */
final class CallingLaptop {
  final Laptop laptop;
  private final KeyPair half = LaptopKeys.make();
  JsonNode asked = Samples.parse("{}");
  private byte[] key = {};

  CallingLaptop(Laptop laptop) {
    this.laptop = laptop;
  }

  /** Asks what waits; keeps it. */
  HttpResponse<String> look() {
    HttpResponse<String> answer = post("/v1/verify", Map.of()).send();
    asked = Samples.parse(answer.body()).path("verification");
    return answer;
  }

  ObjectNode transcript() {
    ObjectNode node = Samples.parse("{}").deepCopy();
    node.put("verification", asked.path("id").asText());
    node.put("device", laptop.device);
    node.put("nonce", asked.path("nonce").asText());
    ObjectNode jwk = node.putObject("key");
    LaptopKeys.jwk(half).forEach(jwk::put);
    node.put("technician", asked.path("technician").asText());
    node.put("purpose", asked.path("purpose").asText());
    node.put("ticket", asked.path("ticket").asText());
    node.set("words", asked.path("words"));
    node.put("account", "dana");
    node.put("session", "unlocked");
    ObjectNode place = node.putObject("place");
    place.put("id", "q83vEjRWeJCrze8SNFZ4kA");
    place.put("kind", "home").put("sure", "likely").put("standing", "known");
    place.put("since", "2026-10-01T08:00:00Z");
    node.put("called", "user");
    node.put("at", laptop.clock.instant().toString());
    node.put("skewSeconds", 0);
    return node;
  }

  /** Signs what it was asked, spoilt in one place or not. */
  HttpResponse<String> sign(Consumer<ObjectNode> spoil) {
    return signed(spoil).send();
  }

  Laptop.Request signed(Consumer<ObjectNode> spoil) {
    ObjectNode node = transcript();
    spoil.accept(node);
    byte[] payload = node.toString().getBytes(StandardCharsets.UTF_8);
    key = agreed(payload);
    return post(
        "/v1/verify/answer",
        Map.of(
            "verification",
            asked.path("id").asText(),
            "payload",
            Base64.getUrlEncoder().withoutPadding().encodeToString(payload),
            "signature",
            LaptopKeys.signature(
                laptop.keys,
                "porchlight-verify/1\n" + new String(payload, StandardCharsets.UTF_8))));
  }

  HttpResponse<String> deny(String why) {
    return post(
            "/v1/verify/answer", Map.of("verification", asked.path("id").asText(), "denied", why))
        .send();
  }

  JsonNode state() {
    return Samples.parse(
        post("/v1/verify/state", Map.of("verification", asked.path("id").asText())).send().body());
  }

  /** The code that its user reads. */
  String code() {
    long number = ByteBuffer.wrap(hmac(key, "code".getBytes(StandardCharsets.UTF_8))).getLong();
    return "%06d".formatted(Long.remainderUnsigned(number, 1_000_000));
  }

  String open(String box) {
    byte[] all = Base64.getUrlDecoder().decode(box);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(hmac(key, "message".getBytes(StandardCharsets.UTF_8)), "AES"),
          new GCMParameterSpec(128, all, 0, 12));
      cipher.updateAAD(asked.path("id").asText().getBytes(StandardCharsets.UTF_8));
      return new String(cipher.doFinal(all, 12, all.length - 12), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Laptop.Request post(String path, Map<String, Object> members) {
    Map<String, Object> body = new LinkedHashMap<>(members);
    body.put("device", laptop.device);
    return laptop.new Request(path, Samples.json(body).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] agreed(byte[] payload) {
    try {
      byte[] salt = MessageDigest.getInstance("SHA-256").digest(payload);
      return agreed(
          half, asked.path("key"), salt, "porchlight-verify/1\n" + asked.path("id").asText());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it knows without a network, by the key that was pinned at enrolment. */
  byte[] offline(JsonNode pinned) {
    return agreed(laptop.keys, pinned, new byte[32], "porchlight-ocra/1\n" + laptop.device);
  }

  private static byte[] agreed(KeyPair ours, JsonNode theirs, byte[] salt, String about) {
    byte[] info = about.getBytes(StandardCharsets.UTF_8);
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(ours.getPrivate());
      agreement.doPhase(theirs(theirs), true);
      byte[] block = Arrays.copyOf(info, info.length + 1);
      block[info.length] = 1;
      return hmac(hmac(salt, agreement.generateSecret()), block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Eight digits by RFC 6287, about a purpose. */
  static String ocra(byte[] key, String question, String purpose) {
    byte[] suite = "OCRA-1:HOTP-SHA256-8:QA08-S064\0".getBytes(StandardCharsets.US_ASCII);
    byte[] data = Arrays.copyOf(suite, suite.length + 128 + 64);
    System.arraycopy(
        question.getBytes(StandardCharsets.US_ASCII), 0, data, suite.length, question.length());
    byte[] about = purpose.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(about, 0, data, data.length - about.length, about.length);
    byte[] mac = hmac(key, data);
    int number = ByteBuffer.wrap(mac).getInt(mac[mac.length - 1] & 0xF) & Integer.MAX_VALUE;
    return "%08d".formatted(number % 100_000_000);
  }

  private static ECPublicKey theirs(JsonNode jwk) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(jwk.path("x")), number(jwk.path("y")));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(JsonNode text) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
  }

  private static byte[] hmac(byte[] secret, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
