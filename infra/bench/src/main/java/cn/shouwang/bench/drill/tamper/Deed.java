package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.LoggedEvent;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done to a log. Each returns what an audit has to name.
enum Deed {
    EDIT {
        @Override
        Done on(Book book, int position, Random random) {
            book.events().set(position, Deeds.edited(book.events().get(position), random));
            return Done.at(position);
        }
    },
    DELETE {
        @Override
        Done on(Book book, int position, Random random) {
            var commit = book.events().get(position).commit();
            book.events().removeIf(event -> event.commit() == commit);
            return Done.at(commit);
        }
    },
    /// And the later events move up.
    CUT_OUT {
        @Override
        Done on(Book book, int position, Random random) {
            var done = DELETE.on(book, position, random);
            book.renumber((int) done.position());
            return done;
        }
    },
    SWAP {
        @Override
        Done on(Book book, int position, Random random) {
            var events = book.events();
            var other = other(events, position, random);
            var one = events.get(position);
            events.set(position, Deeds.saying(one, events.get(other)));
            events.set(other, Deeds.saying(events.get(other), one));
            return Done.at(Math.min(position, other));
        }
    },
    INSERT {
        @Override
        Done on(Book book, int position, Random random) {
            var commit = book.events().get(position).commit();
            var before = book.events().get((int) commit);
            var put = new LoggedEvent(
                    commit,
                    commit,
                    null,
                    null,
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    before.type(),
                    0,
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    before.name(),
                    before.revision(),
                    before.at(),
                    before.payload(),
                    before.meta());
            book.events().add((int) commit, put);
            book.renumber((int) commit);
            return Done.at(commit);
        }
    },
    TRUNCATE {
        @Override
        Done on(Book book, int position, Random random) {
            var commit = book.events().get(position).commit();
            book.events().subList((int) commit, book.events().size()).clear();
            return Done.at(commit);
        }
    },
    /// A hash in a tile of the lowest level.
    TILE {
        @Override
        Done on(Book book, int position, Random random) {
            var name = "0/" + position / 256;
            var tile = Objects.requireNonNull(book.tileMap().get(name)).clone();
            tile[position % 256 * Hash.BYTES + random.nextInt(Hash.BYTES)] ^= (byte) (1 << random.nextInt(8));
            book.tileMap().put(name, tile);
            return new Done(position, "tile/" + name);
        }
    },
    /// A tile of a higher level, or the whole of one of the lowest.
    TILES {
        @Override
        Done on(Book book, int position, Random random) {
            var upper = random.nextBoolean();
            var name = upper ? "1/" + (position >> 16) : "0/" + position / 256;
            if (random.nextBoolean()) {
                book.tileMap().remove(name);
            } else {
                var tile = Objects.requireNonNull(book.tileMap().get(name)).clone();
                tile[random.nextInt(tile.length)] ^= 4;
                book.tileMap().put(name, tile);
            }
            return new Done(-1, "tile/" + name);
        }
    },
    /// A checkpoint: another root, another size, another's signature, or none that could be read.
    CHECKPOINT {
        @Override
        Done on(Book book, int position, Random random) {
            var size = Objects.requireNonNull(book.notes().ceilingKey(position + 1L));
            var note = Objects.requireNonNull(book.notes().get(size));
            var changed =
                    switch (random.nextInt(4)) {
                        case 0 -> otherRoot(note);
                        case 1 -> note.replaceFirst("\n" + size + "\n", "\n" + (size + 1) + "\n");
                        case 2 -> withSignatureOf(book.notes().firstEntry().getValue(), note);
                        default -> note;
                    };
            book.notes().put(size, changed.equals(note) ? note.substring(0, note.length() / 2) : changed);
            return new Done(-1, "checkpoint/" + size);
        }
    };

    /// The first bad position, or what else is named; -1 and null for none of these.
    record Done(long position, @Nullable String what) {

        static Done at(long position) {
            return new Done(position, null);
        }
    }

    abstract Done on(Book book, int position, Random random);

    boolean isOfEvents() {
        return compareTo(TILE) < 0;
    }

    private static String otherRoot(String note) {
        var root = note.split("\n", -1)[2];
        return note.replace(root, (root.startsWith("A") ? "B" : "A") + root.substring(1));
    }

    private static String withSignatureOf(String other, String note) {
        return note.replace(note.split("\n", -1)[4], other.split("\n", -1)[4]);
    }

    /// Another place, whose event says something else.
    private static int other(List<LoggedEvent> events, int position, Random random) {
        var other = random.nextBoolean() ? position + 1 : random.nextInt(events.size());
        return other == position || other >= events.size() ? (position + events.size() / 2) % events.size() : other;
    }
}
