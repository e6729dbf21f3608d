"""Single pictures of a data set: read as gray, scaled."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from core.errors import UserError


def gray(file: Path) -> np.ndarray:
    """uint8 [H, W]. Raises UserError where the file is no picture."""
    try:
        image = cv2.imdecode(np.fromfile(file, np.uint8), cv2.IMREAD_GRAYSCALE)
    except (OSError, cv2.error) as error:
        raise UserError(f"{file} cannot be read; unpack the data set again.") from error
    if image is None:
        raise UserError(f"{file} is no picture, or it is damaged; unpack the data set again.")
    return np.asarray(image, np.uint8)


def scaled(image: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """To (width, height): by areas when it becomes smaller, else bilinear."""
    if image.shape[1::-1] == size:
        return image
    smaller = size[0] * size[1] < image.shape[0] * image.shape[1]
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR), np.uint8)
