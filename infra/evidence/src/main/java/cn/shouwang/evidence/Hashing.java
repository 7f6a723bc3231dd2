package cn.shouwang.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/// The hash of a tree: SHA-256, or SM3 (GB/T 32905-2016) where national cryptography is asked for. Both give
/// 32 bytes. Leaves and nodes are told apart by a first byte, 0 and 1 (RFC 9162, 2.1.1).
public enum Hashing {
    SHA256,
    SM3;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /// One digest in use. Not for several threads at once.
    private interface Digest {
        void update(byte first);

        void update(byte[] bytes, int from, int length);

        byte[] done();
    }

    /// Hashes for one thread.
    public static final class Hasher {

        private final Digest digest;

        private Hasher(Digest digest) {
            this.digest = digest;
        }

        /// Of the leaf that holds `length` bytes of `data`.
        public Hash leaf(byte[] data, int from, int length) {
            digest.update(LEAF);
            digest.update(data, from, length);
            return Hash.owning(digest.done());
        }

        public Hash leaf(byte[] data) {
            return leaf(data, 0, data.length);
        }

        /// Of the node above two others.
        public Hash node(Hash left, Hash right) {
            digest.update(NODE);
            digest.update(left.raw(), 0, Hash.BYTES);
            digest.update(right.raw(), 0, Hash.BYTES);
            return Hash.owning(digest.done());
        }

        /// Of a tree without leaves: the hash of nothing.
        public Hash empty() {
            return Hash.owning(digest.done());
        }

        /// Of the tree whose parts from left to right these are: the largest power of two of them goes
        /// left, as often as needed (RFC 9162, 2.1.1).
        Hash tree(List<Hash> parts) {
            return switch (parts.size()) {
                case 0 -> empty();
                case 1 -> parts.getFirst();
                default -> {
                    var left = Integer.highestOneBit(parts.size() - 1);
                    yield node(tree(parts.subList(0, left)), tree(parts.subList(left, parts.size())));
                }
            };
        }
    }

    /// A hasher for the calling thread.
    public Hasher hasher() {
        return new Hasher(
                switch (this) {
                    case SHA256 -> sha256();
                    case SM3 -> sm3();
                });
    }

    private static Digest sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new Digest() {
                @Override
                public void update(byte first) {
                    digest.update(first);
                }

                @Override
                public void update(byte[] bytes, int from, int length) {
                    digest.update(bytes, from, length);
                }

                @Override
                public byte[] done() {
                    return digest.digest();
                }
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Digest sm3() {
        var digest = new SM3Digest();
        return new Digest() {
            @Override
            public void update(byte first) {
                digest.update(first);
            }

            @Override
            public void update(byte[] bytes, int from, int length) {
                digest.update(bytes, from, length);
            }

            @Override
            public byte[] done() {
                var hash = new byte[Hash.BYTES];
                digest.doFinal(hash, 0);
                return hash;
            }
        };
    }
}
