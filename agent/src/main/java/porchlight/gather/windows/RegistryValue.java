package porchlight.gather.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a key of the registry holds under one name. */
sealed interface RegistryValue {
  int SZ = 1;
  int EXPAND_SZ = 2;
  int DWORD = 4;
  int MULTI_SZ = 7;
  int QWORD = 11;

  /** As it is written; {@code (default)} for the unnamed one. */
  String name();

  /** A text in quotes. */
  record Text(String name, String text) implements RegistryValue {}

  /** A number in eight digits. */
  record Whole(String name, long number) implements RegistryValue {}

  /** Bytes in hexadecimal, with the number of their kind. */
  record Raw(String name, int kind, String hex) implements RegistryValue {}

  /** That it is there. */
  record Present(String name) implements RegistryValue {}

  /** Of a DWORD or QWORD. */
  static Optional<Long> number(RegistryValue value) {
    return switch (value) {
      case Whole(var name, long number) -> Optional.of(number);
      case Raw(var name, int kind, var hex) when kind == DWORD && hex.length() == 8 ->
          Optional.of(little(hex).getInt() & 0xffffffffL);
      case Raw(var name, int kind, var hex) when kind == QWORD && hex.length() == 16 ->
          Optional.of(little(hex).getLong()).filter(number -> number >= 0);
      case Raw raw -> Optional.empty();
      case Text text -> Optional.empty();
      case Present present -> Optional.empty();
    };
  }

  /** Of a text with or without variables. */
  static Optional<String> text(RegistryValue value) {
    return switch (value) {
      case Text(var name, var text) -> Optional.of(text);
      case Raw(var name, int kind, var hex) when kind == SZ || kind == EXPAND_SZ ->
          utf16(hex)
              .map(text -> text.endsWith("\0") ? text.substring(0, text.length() - 1) : text)
              .filter(text -> text.indexOf('\0') < 0);
      case Raw raw -> Optional.empty();
      case Whole whole -> Optional.empty();
      case Present present -> Optional.empty();
    };
  }

  /** Of a list of texts. */
  static Optional<List<String>> list(RegistryValue value) {
    return value instanceof Raw(var name, int kind, var hex) && kind == MULTI_SZ
        ? utf16(hex).map(RegistryValue::parts)
        : Optional.empty();
  }

  /** Of any bytes. */
  static Optional<byte[]> bytes(RegistryValue value) {
    return value instanceof Raw(var name, int kind, var hex)
        ? Optional.of(HexFormat.of().parseHex(hex))
        : Optional.empty();
  }

  /** Each ends with a zero, and the list with another one. */
  private static List<String> parts(String text) {
    String whole = text.replaceFirst("\0+$", "");
    return whole.isEmpty() ? List.of() : List.of(whole.split("\0", -1));
  }

  private static Optional<String> utf16(String hex) {
    try {
      return Optional.of(StandardCharsets.UTF_16LE.newDecoder().decode(little(hex)).toString());
    } catch (CharacterCodingException wrong) {
      return Optional.empty();
    }
  }

  private static ByteBuffer little(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
