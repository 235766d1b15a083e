package porchlight.installer;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.WString;

/**
 * Under Wine: sets how our service starts, to the number that is its argument, as {@code sc config}
 * does where there is one.
 */
public final class SetsStart {
  private static final int CONNECT = 1;
  private static final int CHANGE = 2;
  private static final int NO_CHANGE = -1;

  private SetsStart() {}

  public static void main(String[] args) {
    var library = NativeLibrary.getInstance("advapi32");
    var services =
        library
            .getFunction("OpenSCManagerW")
            .invoke(Pointer.class, new Object[] {null, null, CONNECT});
    var service =
        library
            .getFunction("OpenServiceW")
            .invoke(Pointer.class, new Object[] {services, new WString("Porchlight"), CHANGE});
    int type = Integer.parseInt(args[0]);
    int done =
        library
            .getFunction("ChangeServiceConfigW")
            .invokeInt(
                new Object[] {
                  service, NO_CHANGE, type, NO_CHANGE, null, null, null, null, null, null, null
                });
    System.exit(done == 0 ? 1 : 0);
  }
}
