package porchlight.central.out;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import javax.net.SocketFactory;

/**
 * Sockets that reach no private address. The very address that is connected to is looked at, so
 * that neither a name that resolves to another one later nor one written in numbers gets around it.
 */
final class Inside extends SocketFactory {
  /** A connection that was not made. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused() {
      super("a private address");
    }
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress to, int timeout) throws IOException {
        if (!(to instanceof InetSocketAddress there)
            || there.getAddress() == null
            || isPrivate(there.getAddress())) {
          throw new Refused();
        }
        super.connect(to, timeout);
      }

      @Override
      public void connect(SocketAddress to) throws IOException {
        connect(to, 0);
      }
    };
  }

  /** Whether an address is none of the public internet's. */
  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPrivate(Byte.toUnsignedInt(bytes[0]), Byte.toUnsignedInt(bytes[1]), bytes);
    }
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (bytes[0] & 0xfe) == 0xfc) {
      return true;
    }
    // An IPv4 address may be carried inside: mapped and compatible, NAT64, 6to4, Teredo.
    if (starts(bytes, 0, 0, 0, 0) || starts(bytes, 0, 0x64, 0xff, 0x9b)) {
      return embedded(bytes, 12);
    }
    return starts(bytes, 0x20, 0x02) ? embedded(bytes, 2) : starts(bytes, 0x20, 0x01, 0, 0);
  }

  private static boolean isPrivate(int first, int second, byte[] bytes) {
    return switch (first) {
      case 0, 10, 127 -> true;
      case 100 -> second >= 64 && second < 128;
      case 169 -> second == 254;
      case 172 -> second >= 16 && second < 32;
      case 192 -> second == 168 || (second == 0 && (bytes[2] == 0 || bytes[2] == 2));
      case 198 -> second == 18 || second == 19 || (second == 51 && bytes[2] == 100);
      case 203 -> second == 0 && bytes[2] == 113;
      default -> first >= 224;
    };
  }

  private static boolean embedded(byte[] bytes, int at) {
    try {
      return isPrivate(InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4)));
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (Byte.toUnsignedInt(bytes[i]) != with[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
