package cn.shouwang.monitoring.dataset;

import cn.shouwang.monitoring.person.IdNumber;

/// Makes the key of an id number. Register and departments' files are joined by nothing else.
@FunctionalInterface
public interface PersonKeys {

    /// Of the 18 characters; safe to be called by any thread.
    PersonKey of(IdNumber id);
}
