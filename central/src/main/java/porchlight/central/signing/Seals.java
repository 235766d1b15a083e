package porchlight.central.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** What proofs and policies are signatures over, each kind under a name of its own. */
public final class Seals {
  private static final byte[] POLICY = utf8("porchlight-policy/1\n");
  private static final byte[] CALL = utf8("porchlight-verify/1\n");

  private Seals() {}

  /** What a policy's signature covers. */
  public static byte[] policy(byte[] payload) {
    return joined(POLICY, payload);
  }

  /** What the signature of a laptop's part in a verification covers. */
  public static byte[] call(byte[] payload) {
    return joined(CALL, payload);
  }

  private static byte[] joined(byte[] head, byte[] payload) {
    byte[] bytes = Arrays.copyOf(head, head.length + payload.length);
    System.arraycopy(payload, 0, bytes, head.length, payload.length);
    return bytes;
  }

  /** What a new key signs to take the place of an old one. */
  public static byte[] key(String device, String oldKeyId) {
    return utf8("porchlight-key/1\n" + device + "\n" + oldKeyId);
  }

  /** What the old key signs so that a clone gets a new one. */
  public static byte[] clone(String device, String newKeyId) {
    return utf8("porchlight-clone/1\n" + device + "\n" + newKeyId);
  }

  /** What stands for an answer: the signature of the request that it is to, status and body. */
  public static byte[] answer(String signature, int status, String body) {
    return utf8("porchlight-answer/1\n" + signature + "\n" + status + "\n" + body);
  }

  /** Whether the proof, in base64url, is the key's over the bytes. */
  public static boolean holds(DeviceKey key, byte[] bytes, String proof) {
    try {
      return key.signed(bytes, Base64.getUrlDecoder().decode(proof));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
