package porchlight.machine.windows;

import java.io.IOException;
import porchlight.machine.Answer;

/** A call that Windows refused, with the code that it gave. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int ACCESS_DENIED = 5;

  private final int code;

  Refused(int code) {
    super(text(code));
    this.code = code;
  }

  /** Throws unless the Win32 code is 0. */
  static void unless(int code) throws Refused {
    if (code != 0) {
      throw new Refused(code);
    }
  }

  /** Throws the code of the call that came before unless it was a success. */
  static void unlessTrue(int success) throws Refused {
    if (success == 0) {
      throw new Refused(Dll.lastError());
    }
  }

  /** Throws if the HRESULT is a failure. */
  static void ifFailed(int result) throws Refused {
    if (result < 0) {
      throw new Refused(result);
    }
  }

  /** Decimal for Win32, hexadecimal for an HRESULT. */
  static String text(int code) {
    return code >= 0 ? Integer.toString(code) : String.format("0x%08X", code);
  }

  int code() {
    return code;
  }

  /** Classes, namespaces and programs that are not there differ from those that say no. */
  Answer answer() {
    return switch (code) {
      case ACCESS_DENIED, 0x80070005, 0x80041003 -> new Answer.Denied();
      case 0x8004100E, 0x80041010, 0x80041002, 0x80040154 -> new Answer.Missing();
      default -> new Answer.Failed(text(code));
    };
  }
}
