package cn.shouwang.platform.parking;

import org.bson.Document;

/// A message as a reader puts it aside: who it is for, and what the reader needs to handle it
/// again.
///
/// `message` is unique within the reader. `order` is the message's place among those of its
/// subject, as the reader meets them: a log position, or an offset in the subject's Kafka
/// partition; of messages with one `order` the id decides. `content` is the reader's own and may be
/// empty when `order` is enough to find the message.
public record Parcel(String reader, String subject, String message, long order, String type, Document content) {

    String id() {
        return reader + "/" + message;
    }

    ParkedSubjectId parkedSubject() {
        return new ParkedSubjectId(reader, subject);
    }
}
